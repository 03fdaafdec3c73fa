"""The plan as the person sees and changes it: what she uses, how often, pauses, and appointments."""
