"""One file a revision; what it says once released is never changed."""
