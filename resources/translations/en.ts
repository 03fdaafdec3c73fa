<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="nl_NL">
  <context>
    <name>Action</name>
    <message numerus="yes">
      <source>%n minuten</source>
      <translation>
        <numerusform>%n minute</numerusform>
        <numerusform>%n minutes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n porties</source>
      <translation>
        <numerusform>%n portion</numerusform>
        <numerusform>%n portions</numerusform>
      </translation>
    </message>
    <message>
      <source>Antwoord geven</source>
      <translation>Give an answer</translation>
    </message>
    <message>
      <source>Bekijk het half uur</source>
      <translation>See the half hour</translation>
    </message>
    <message>
      <source>Daarna kiest u de dag.</source>
      <translation>Then you choose the day.</translation>
    </message>
    <message>
      <source>De volgende is {day}.</source>
      <translation>The next one is {day}.</translation>
    </message>
    <message>
      <source>Eerder genomen</source>
      <translation>Taken earlier</translation>
    </message>
    <message>
      <source>Herinner mij morgen weer</source>
      <translation>Remind me again tomorrow</translation>
    </message>
    <message>
      <source>Ik ga nu bewegen</source>
      <translation>I am going to exercise now</translation>
    </message>
    <message>
      <source>Minuten invullen</source>
      <translation>Fill in minutes</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Wij herinneren u {day}.</source>
      <translation>We will remind you on {day}.</translation>
    </message>
  </context>
  <context>
    <name>Answer</name>
    <message>
      <source>Dat is ruim voor de geplande dag. Bel {whom} en vraag of de datum klopt.</source>
      <translation>That is well before the planned day. Call {whom} and ask if the date is right.</translation>
    </message>
    <message>
      <source>Genoteerd</source>
      <translation>Noted</translation>
    </message>
    <message>
      <source>Hoe laat heeft u het genomen?</source>
      <translation>At what time did you take it?</translation>
    </message>
    <message>
      <source>Noteer: {word}</source>
      <translation>Note: {word}</translation>
    </message>
    <message>
      <source>Op welke dag heeft u het genomen?</source>
      <translation>On which day did you take it?</translation>
    </message>
    <message>
      <source>Op welke dag was het?</source>
      <translation>On which day was it?</translation>
    </message>
    <message>
      <source>Wanneer is uw afspraak?</source>
      <translation>When is your appointment?</translation>
    </message>
    <message>
      <source>Wij herinneren u {day} om {time}.</source>
      <translation>We will remind you on {day} at {time}.</translation>
    </message>
    <message>
      <source>{the}, {day}</source>
      <translation>{the}, {day}</translation>
    </message>
  </context>
  <context>
    <name>Ask</name>
    <message>
      <source>**{day} om {time}**</source>
      <translation>**{day} at {time}**</translation>
    </message>
    <message>
      <source>Genomen om {time}</source>
      <translation>Taken at {time}</translation>
    </message>
    <message>
      <source>Gisteren</source>
      <translation>Yesterday</translation>
    </message>
    <message>
      <source>Herinner mij morgen om {time}</source>
      <translation>Remind me tomorrow at {time}</translation>
    </message>
    <message>
      <source>Herinner mij om {time}</source>
      <translation>Remind me at {time}</translation>
    </message>
    <message>
      <source>Kies een tijd die al voorbij is.</source>
      <translation>Choose a time that has passed.</translation>
    </message>
    <message>
      <source>Morgen</source>
      <translation>Tomorrow</translation>
    </message>
    <message>
      <source>Noteer deze afspraak</source>
      <translation>Note this appointment</translation>
    </message>
    <message>
      <source>Om {time}</source>
      <translation>At {time}</translation>
    </message>
    <message>
      <source>Op de vaste tijd</source>
      <translation>At the usual time</translation>
    </message>
    <message>
      <source>Op een andere tijd</source>
      <translation>At another time</translation>
    </message>
    <message>
      <source>Over 10 minuten</source>
      <translation>In 10 minutes</translation>
    </message>
    <message>
      <source>Over 1 uur</source>
      <translation>In 1 hour</translation>
    </message>
    <message>
      <source>Over 30 minuten</source>
      <translation>In 30 minutes</translation>
    </message>
    <message>
      <source>Terug</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Vanavond</source>
      <translation>This evening</translation>
    </message>
    <message>
      <source>Vandaag</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Waarom? U hoeft niets in te vullen.</source>
      <translation>Why? You do not have to fill this in.</translation>
    </message>
    <message>
      <source>Wanneer herinneren wij u weer?</source>
      <translation>When shall we remind you again?</translation>
    </message>
    <message>
      <source>Zojuist</source>
      <translation>Just now</translation>
    </message>
  </context>
  <context>
    <name>Call</name>
    <message>
      <source>Bij spoed</source>
      <translation>In an emergency</translation>
    </message>
    <message>
      <source>Bij uw behandeling</source>
      <translation>With your treatment</translation>
    </message>
    <message>
      <source>Er zijn nog geen nummers ingevuld.</source>
      <translation>No numbers are filled in yet.</translation>
    </message>
    <message>
      <source>Op het etiket van uw medicijn staat uw apotheek.</source>
      <translation>The label of your medicine names your pharmacy.</translation>
    </message>
  </context>
  <context>
    <name>Folder</name>
    <message numerus="yes">
      <source>%n teksten gevonden</source>
      <translation>
        <numerusform>%n text found</numerusform>
        <numerusform>%n texts found</numerusform>
      </translation>
    </message>
    <message>
      <source>Inhoud</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>Zoek in de folder</source>
      <translation>Search the leaflet</translation>
    </message>
  </context>
  <context>
    <name>Intake</name>
    <message>
      <source>Andere medicijnen</source>
      <translation>Other medicines</translation>
    </message>
    <message>
      <source>Bij **ja** herinneren wij u {day} om {time}.</source>
      <translation>If **yes**, we will remind you on {day} at {time}.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld koffie, thee, melk of een boterham</source>
      <translation>For example coffee, tea, milk or a sandwich</translation>
    </message>
    <message>
      <source>Blijf nu rechtop</source>
      <translation>Stay upright now</translation>
    </message>
    <message>
      <source>Blijf rechtop tot {time}</source>
      <translation>Stay upright until {time}</translation>
    </message>
    <message>
      <source>Dit kan nu ook</source>
      <translation>You can also do this now</translation>
    </message>
    <message>
      <source>Dit valt nu ook</source>
      <translation>This is due now too</translation>
    </message>
    <message>
      <source>Doe het rustig, zittend of staand.</source>
      <translation>Take your time, sitting or standing.</translation>
    </message>
    <message>
      <source>Er ging iets mis</source>
      <translation>Something went wrong</translation>
    </message>
    <message>
      <source>Eten</source>
      <translation>Eating</translation>
    </message>
    <message>
      <source>Ga pas liggen als u iets gegeten heeft.</source>
      <translation>Lie down only after you have eaten something.</translation>
    </message>
    <message>
      <source>Gewoon kraanwater</source>
      <translation>Plain tap water</translation>
    </message>
    <message>
      <source>Gewoon water telt niet mee.</source>
      <translation>Plain water does not count.</translation>
    </message>
    <message>
      <source>Half uur rechtop</source>
      <translation>Half hour upright</translation>
    </message>
    <message>
      <source>Heeft u vandaag al iets gegeten of gedronken?</source>
      <translation>Have you eaten or drunk anything today?</translation>
    </message>
    <message>
      <source>Het half uur is voorbij</source>
      <translation>The half hour is over</translation>
    </message>
    <message>
      <source>Innemen</source>
      <translation>Taking it</translation>
    </message>
    <message>
      <source>Ja, wel iets</source>
      <translation>Yes, something</translation>
    </message>
    <message>
      <source>Klaar</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Koffie, thee, melk of sap</source>
      <translation>Coffee, tea, milk or juice</translation>
    </message>
    <message>
      <source>Liggen</source>
      <translation>Lying down</translation>
    </message>
    <message>
      <source>Maak dit venster klein</source>
      <translation>Make this window small</translation>
    </message>
    <message>
      <source>Maak groot</source>
      <translation>Make large</translation>
    </message>
    <message>
      <source>Mag nu wel</source>
      <translation>Allowed now</translation>
    </message>
    <message>
      <source>Na {time}</source>
      <translation>After {time}</translation>
    </message>
    <message>
      <source>Naar Vandaag</source>
      <translation>To Today</translation>
    </message>
    <message>
      <source>Nee, nog niets</source>
      <translation>No, nothing yet</translation>
    </message>
    <message>
      <source>Nog</source>
      <translation>Still</translation>
    </message>
    <message numerus="yes">
      <source>Nog %n minuten. Nog niet eten.</source>
      <translation>
        <numerusform>%n minute to go. Do not eat yet.</numerusform>
        <numerusform>%n minutes to go. Do not eat yet.</numerusform>
      </translation>
    </message>
    <message>
      <source>Nu nog niet</source>
      <translation>Not yet</translation>
    </message>
    <message>
      <source>Of alleen gewoon water</source>
      <translation>Or only plain water</translation>
    </message>
    <message>
      <source>Ontbijten</source>
      <translation>Breakfast</translation>
    </message>
    <message>
      <source>Sluiten, ik doe het later</source>
      <translation>Close, I will do it later</translation>
    </message>
    <message>
      <source>Stap {number} van {all}: {word}</source>
      <translation>Step {number} of {all}: {word}</translation>
    </message>
    <message>
      <source>U kunt nu eten en drinken.</source>
      <translation>You can eat and drink now.</translation>
    </message>
    <message>
      <source>Uw vaste dag blijft gelijk.</source>
      <translation>Your usual day stays the same.</translation>
    </message>
    <message>
      <source>Vraag</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Zitten of staan</source>
      <translation>Sitting or standing</translation>
    </message>
    <message>
      <source>Zitten of staan is goed. Ga niet liggen.</source>
      <translation>Sitting or standing is fine. Do not lie down.</translation>
    </message>
    <message>
      <source>klaar om {time}</source>
      <translation>done at {time}</translation>
    </message>
    <message>
      <source>minuten</source>
      <translation>minutes</translation>
    </message>
    <message>
      <source>minuut</source>
      <translation>minute</translation>
    </message>
  </context>
  <context>
    <name>Leaflet</name>
    <message>
      <source>Aanvulling, niet uit de folder</source>
      <translation>Addition, not from the leaflet</translation>
    </message>
    <message>
      <source>Bron: {source}.</source>
      <translation>Source: {source}.</translation>
    </message>
    <message>
      <source>Lees meer</source>
      <translation>Read more</translation>
    </message>
    <message>
      <source>Twijfel? Bel {whom}</source>
      <translation>In doubt? Call {whom}</translation>
    </message>
    <message>
      <source>Uit de folder</source>
      <translation>From the leaflet</translation>
    </message>
    <message>
      <source>Uitleg</source>
      <translation>Explanation</translation>
    </message>
    <message>
      <source>Waarom?</source>
      <translation>Why?</translation>
    </message>
    <message numerus="yes">
      <source>{first} en %n andere</source>
      <translation>
        <numerusform>{first} and %n other</numerusform>
        <numerusform>{first} and %n others</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Phone</name>
    <message>
      <source>Hulp en bellen</source>
      <translation>Help and calls</translation>
    </message>
    <message>
      <source>Nummer nog niet ingevuld</source>
      <translation>Number not filled in yet</translation>
    </message>
    <message>
      <source>Twijfel? Bel</source>
      <translation>In doubt? Call</translation>
    </message>
    <message>
      <source>Vul uw nummers in</source>
      <translation>Fill in your numbers</translation>
    </message>
    <message>
      <source>Wanneer bellen?</source>
      <translation>When to call?</translation>
    </message>
  </context>
  <context>
    <name>Picker</name>
    <message>
      <source>5 minuten eerder</source>
      <translation>5 minutes earlier</translation>
    </message>
    <message>
      <source>5 minuten later</source>
      <translation>5 minutes later</translation>
    </message>
    <message>
      <source>Een dag eerder</source>
      <translation>One day earlier</translation>
    </message>
    <message>
      <source>Een dag later</source>
      <translation>One day later</translation>
    </message>
    <message>
      <source>Een jaar eerder</source>
      <translation>One year earlier</translation>
    </message>
    <message>
      <source>Een jaar later</source>
      <translation>One year later</translation>
    </message>
    <message>
      <source>Een maand eerder</source>
      <translation>One month earlier</translation>
    </message>
    <message>
      <source>Een maand later</source>
      <translation>One month later</translation>
    </message>
    <message>
      <source>Een uur eerder</source>
      <translation>One hour earlier</translation>
    </message>
    <message>
      <source>Een uur later</source>
      <translation>One hour later</translation>
    </message>
    <message>
      <source>dag</source>
      <translation>day</translation>
    </message>
    <message>
      <source>jaar</source>
      <translation>year</translation>
    </message>
    <message>
      <source>maand</source>
      <translation>month</translation>
    </message>
    <message>
      <source>minuten</source>
      <translation>minutes</translation>
    </message>
    <message>
      <source>uur</source>
      <translation>hour</translation>
    </message>
  </context>
  <context>
    <name>Place</name>
    <message numerus="yes">
      <source>%n dingen open</source>
      <translation>
        <numerusform>%n thing open</numerusform>
        <numerusform>%n things open</numerusform>
      </translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Leaflet</translation>
    </message>
    <message>
      <source>Instellingen</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Kalender</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Vandaag</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Voortgang</source>
      <translation>Progress</translation>
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message numerus="yes">
      <source>%n minuten in 7 dagen</source>
      <translation>
        <numerusform>%n minute in 7 days</numerusform>
        <numerusform>%n minutes in 7 days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n porties in 7 dagen</source>
      <translation>
        <numerusform>%n portion in 7 days</numerusform>
        <numerusform>%n portions in 7 days</numerusform>
      </translation>
    </message>
    <message>
      <source>De laatste 7 dagen</source>
      <translation>The last 7 days</translation>
    </message>
    <message>
      <source>Een keer niet gelukt? Dat kan gebeuren. Het volgende staat gewoon in de kalender.</source>
      <translation>Missed one? That can happen. The next one is in the calendar as usual.</translation>
    </message>
    <message>
      <source>Er is nog niets geteld.</source>
      <translation>Nothing has been counted yet.</translation>
    </message>
    <message>
      <source>Staat nog open</source>
      <translation>Still open</translation>
    </message>
    <message>
      <source>{done} van {planned} keer genomen</source>
      <translation>Taken {done} of {planned} times</translation>
    </message>
  </context>
  <context>
    <name>Reminder</name>
    <message numerus="yes">
      <source>%n dingen voor nu</source>
      <translation>
        <numerusform>%n thing for now</numerusform>
        <numerusform>%n things for now</numerusform>
      </translation>
    </message>
    <message>
      <source>Bekijk wat nu kan</source>
      <translation>See what you can do now</translation>
    </message>
  </context>
  <context>
    <name>Schedule</name>
    <message>
      <source>De komende 4 weken</source>
      <translation>The coming 4 weeks</translation>
    </message>
    <message>
      <source>Elke dag: {names}.</source>
      <translation>Every day: {names}.</translation>
    </message>
    <message>
      <source>Er staat niets bijzonders in deze weken.</source>
      <translation>There is nothing special in these weeks.</translation>
    </message>
    <message>
      <source>Tot en met {day}</source>
      <translation>Up to {day}</translation>
    </message>
    <message>
      <source>Vandaag, {day}</source>
      <translation>Today, {day}</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>Aan</source>
      <translation>On</translation>
    </message>
    <message>
      <source>Alles blijft op deze computer, in deze map:</source>
      <translation>Everything stays on this computer, in this folder:</translation>
    </message>
    <message>
      <source>De melding in de hoek lukt hier niet. Het venster komt wel.</source>
      <translation>The notification in the corner does not work here. The window does come.</translation>
    </message>
    <message>
      <source>De reservekopie van vandaag is niet gelukt.</source>
      <translation>Today's backup copy has failed.</translation>
    </message>
    <message>
      <source>Donker</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Een rustige bel</source>
      <translation>A gentle bell</translation>
    </message>
    <message>
      <source>Er is geen luidspreker gevonden.</source>
      <translation>No loudspeaker was found.</translation>
    </message>
    <message>
      <source>Geluid bij een herinnering</source>
      <translation>Sound with a reminder</translation>
    </message>
    <message>
      <source>Geluid werkt niet op deze computer.</source>
      <translation>Sound does not work on this computer.</translation>
    </message>
    <message>
      <source>Gewoon</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>Groot</source>
      <translation>Large</translation>
    </message>
    <message>
      <source>Grootst</source>
      <translation>Largest</translation>
    </message>
    <message>
      <source>Grootte van de letters</source>
      <translation>Size of the letters</translation>
    </message>
    <message>
      <source>Het geluid kon niet worden afgespeeld.</source>
      <translation>The sound could not be played.</translation>
    </message>
    <message>
      <source>Het geluid van de herinnering is niet gevonden.</source>
      <translation>The sound of the reminder was not found.</translation>
    </message>
    <message>
      <source>Hoog contrast</source>
      <translation>High contrast</translation>
    </message>
    <message>
      <source>Kleuren</source>
      <translation>Colours</translation>
    </message>
    <message>
      <source>Lezen</source>
      <translation>Reading</translation>
    </message>
    <message>
      <source>Licht</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Taal</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Uit</source>
      <translation>Off</translation>
    </message>
    <message>
      <source>Uw gegevens</source>
      <translation>Your data</translation>
    </message>
    <message>
      <source>Zoals de computer</source>
      <translation>Like the computer</translation>
    </message>
  </context>
  <context>
    <name>Stopwatch</name>
    <message numerus="yes">
      <source>%n minuten erbij</source>
      <translation>
        <numerusform>%n minute added</numerusform>
        <numerusform>%n minutes added</numerusform>
      </translation>
    </message>
    <message>
      <source>5 minuten meer</source>
      <translation>5 minutes more</translation>
    </message>
    <message>
      <source>5 minuten minder</source>
      <translation>5 minutes less</translation>
    </message>
    <message>
      <source>De stopwatch liep sinds {day}.</source>
      <translation>The stopwatch has run since {day}.</translation>
    </message>
    <message>
      <source>De stopwatch staat stil. Er is niets genoteerd.</source>
      <translation>The stopwatch has stopped. Nothing was noted.</translation>
    </message>
    <message>
      <source>Hoeveel minuten?</source>
      <translation>How many minutes?</translation>
    </message>
    <message numerus="yes">
      <source>Noteer %n minuten</source>
      <translation>
        <numerusform>Note %n minute</numerusform>
        <numerusform>Note %n minutes</numerusform>
      </translation>
    </message>
    <message>
      <source>Noteer niets</source>
      <translation>Note nothing</translation>
    </message>
    <message>
      <source>{minutes}, voor {day}</source>
      <translation>{minutes}, for {day}</translation>
    </message>
  </context>
  <context>
    <name>Today</name>
    <message numerus="yes">
      <source>%n minuten</source>
      <translation>
        <numerusform>%n minute</numerusform>
        <numerusform>%n minutes</numerusform>
      </translation>
    </message>
    <message>
      <source>Alles van vandaag is gedaan. Tot morgen.</source>
      <translation>Everything for today is done. See you tomorrow.</translation>
    </message>
    <message>
      <source>Bezig sinds {time}</source>
      <translation>Going since {time}</translation>
    </message>
    <message>
      <source>Binnenkort</source>
      <translation>Coming soon</translation>
    </message>
    <message>
      <source>Daarna herinnert dit programma u vanzelf.</source>
      <translation>After that this program reminds you by itself.</translation>
    </message>
    <message>
      <source>De klok van de computer loopt achter bij wat u eerder noteerde.</source>
      <translation>The clock of the computer is behind what you noted earlier.</translation>
    </message>
    <message>
      <source>De stopwatch liep sinds {day} om {time}.</source>
      <translation>The stopwatch has run since {day} at {time}.</translation>
    </message>
    <message>
      <source>Dit is uw eerste dag. Is er iets te doen? Dan hoort en ziet u dat vanzelf.</source>
      <translation>This is your first day. Is there something to do? You will hear and see it.</translation>
    </message>
    <message>
      <source>Dit viel in die tijd: {names}.</source>
      <translation>This fell in that time: {names}.</translation>
    </message>
    <message>
      <source>Fijn dat u er bent.</source>
      <translation>Good to have you here.</translation>
    </message>
    <message>
      <source>Gezien</source>
      <translation>Seen</translation>
    </message>
    <message>
      <source>Goedemiddag</source>
      <translation>Good afternoon</translation>
    </message>
    <message>
      <source>Goedemorgen</source>
      <translation>Good morning</translation>
    </message>
    <message>
      <source>Goedenavond</source>
      <translation>Good evening</translation>
    </message>
    <message>
      <source>Hoeveel minuten heeft u bewogen?</source>
      <translation>How many minutes did you exercise?</translation>
    </message>
    <message>
      <source>Ja, dat klopt</source>
      <translation>Yes, that is right</translation>
    </message>
    <message>
      <source>Klaar</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Klaar of overgeslagen</source>
      <translation>Done or skipped</translation>
    </message>
    <message>
      <source>Klopt de dag niet? Zet eerst de klok van de computer goed, of vraag hulp.</source>
      <translation>Is the day wrong? First set the clock of the computer right, or ask for help.</translation>
    </message>
    <message>
      <source>Laat iemand uw behandelingen invullen: familie, praktijk of apotheek.</source>
      <translation>Let someone fill in your treatments: family, practice or pharmacy.</translation>
    </message>
    <message>
      <source>Lees de folder</source>
      <translation>Read the leaflet</translation>
    </message>
    <message>
      <source>Leg uw medicijnen en uw afsprakenkaart klaar.</source>
      <translation>Have your medicines and your appointment card ready.</translation>
    </message>
    <message>
      <source>Mijn {what}</source>
      <translation>My {what}</translation>
    </message>
    <message>
      <source>Nu ook</source>
      <translation>Also now</translation>
    </message>
    <message>
      <source>Nu staat er niets open</source>
      <translation>Nothing is open now</translation>
    </message>
    <message>
      <source>Straks vandaag</source>
      <translation>Later today</translation>
    </message>
    <message>
      <source>Straks: **{title}**, om {time}.</source>
      <translation>Next: **{title}**, at {time}.</translation>
    </message>
    <message>
      <source>Straks: **{title}**, op {day}.</source>
      <translation>Next: **{title}**, on {day}.</translation>
    </message>
    <message>
      <source>U bent aan het bewegen</source>
      <translation>You are exercising</translation>
    </message>
    <message>
      <source>U heeft **{done} van {all}** dingen gedaan vandaag.</source>
      <translation>You have done **{done} of {all}** things today.</translation>
    </message>
    <message numerus="yes">
      <source>U heeft nu **%n dingen** te doen.</source>
      <translation>
        <numerusform>You have **%n thing** to do now.</numerusform>
        <numerusform>You have **%n things** to do now.</numerusform>
      </translation>
    </message>
    <message>
      <source>U heeft vandaag **iets belangrijks** te doen.</source>
      <translation>You have **something important** to do today.</translation>
    </message>
    <message>
      <source>Uw half uur loopt.</source>
      <translation>Your half hour is running.</translation>
    </message>
    <message>
      <source>Uw {what}</source>
      <translation>Your {what}</translation>
    </message>
    <message>
      <source>Vandaag</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Vandaag komt er niets meer.</source>
      <translation>There is nothing more today.</translation>
    </message>
    <message>
      <source>Voor uw helper: **osteoapp regimen import** leest een ingevulde lijst in.</source>
      <translation>For your helper: **osteoapp regimen import** reads a list that was filled in.</translation>
    </message>
    <message>
      <source>Welkom. Zo begint u.</source>
      <translation>Welcome. This is how you begin.</translation>
    </message>
    <message>
      <source>Wij hebben **1 vraag** voor u.</source>
      <translation>We have **1 question** for you.</translation>
    </message>
    <message>
      <source>Zet terug</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>{name}, de tablet van {day}</source>
      <translation>{name}, the tablet of {day}</translation>
    </message>
    <message>
      <source>{name}, elke {weekday}</source>
      <translation>{name}, every {weekday}</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>Osteoporose: herinneringen en uitleg</source>
      <translation>Osteoporosis: reminders and explanation</translation>
    </message>
  </context>
  <context>
    <name>Wrong</name>
    <message>
      <source>Deze 4 teksten zijn een aanvulling, niet uit de folder.</source>
      <translation>These 4 texts are an addition, not from the leaflet.</translation>
    </message>
    <message>
      <source>Er ging iets mis</source>
      <translation>Something went wrong</translation>
    </message>
    <message>
      <source>Genoteerd: {note}.</source>
      <translation>Noted: {note}.</translation>
    </message>
    <message>
      <source>Iets anders opschrijven</source>
      <translation>Write down something else</translation>
    </message>
    <message>
      <source>In uw eigen woorden</source>
      <translation>In your own words</translation>
    </message>
    <message>
      <source>Lees wat er bij u gebeurde. Neem vandaag geen tweede tablet.</source>
      <translation>Read what happened to you. Do not take a second tablet today.</translation>
    </message>
    <message>
      <source>Noteer dit</source>
      <translation>Note this</translation>
    </message>
  </context>
</TS>
