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
      <source>Wanneer bellen?</source>
      <translation>When to call?</translation>
    </message>
  </context>
  <context>
    <name>DentistCard</name>
    <message>
      <source>Druk het kaartje af</source>
      <translation>Print the card</translation>
    </message>
    <message>
      <source>Ik word behandeld voor osteoporose (botontkalking).</source>
      <translation>I am being treated for osteoporosis.</translation>
    </message>
    <message>
      <source>Mijn arts: {dots}</source>
      <translation>My doctor: {dots}</translation>
    </message>
    <message>
      <source>Mijn medicijn: {medicine}</source>
      <translation>My medicine: {medicine}</translation>
    </message>
    <message>
      <source>Telefoon van mijn arts: {dots}</source>
      <translation>My doctor's telephone: {dots}</translation>
    </message>
    <message>
      <source>Voor mijn tandarts</source>
      <translation>For my dentist</translation>
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
      <source>Afdrukken</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: tablet, prik, calcium, pijn of tandarts.</source>
      <translation>For example: tablet, injection, calcium, pain or dentist.</translation>
    </message>
    <message>
      <source>De lijst voor iedereen</source>
      <translation>The list for everyone</translation>
    </message>
    <message>
      <source>Elke dag en in huis</source>
      <translation>Every day and at home</translation>
    </message>
    <message>
      <source>Geen tekst heeft al uw woorden. Deze teksten hebben de meeste.</source>
      <translation>No text has all your words. These texts have the most.</translation>
    </message>
    <message>
      <source>Goed om te weten</source>
      <translation>Good to know</translation>
    </message>
    <message>
      <source>Hier bent u</source>
      <translation>You are here</translation>
    </message>
    <message>
      <source>Inhoud</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>Lees verder: {title}</source>
      <translation>Read on: {title}</translation>
    </message>
    <message>
      <source>Loop door alle kamers. Vink aan wat u heeft nagekeken.</source>
      <translation>Walk through all rooms. Tick what you have checked.</translation>
    </message>
    <message>
      <source>Moeilijke woorden</source>
      <translation>Hard words</translation>
    </message>
    <message>
      <source>Nagekeken op {day}.</source>
      <translation>Checked on {day}.</translation>
    </message>
    <message>
      <source>Niets gevonden voor ‘{asked}’</source>
      <translation>Nothing found for ‘{asked}’</translation>
    </message>
    <message>
      <source>Of kies een hoofdstuk uit de inhoud.</source>
      <translation>Or choose a chapter from the contents.</translation>
    </message>
    <message>
      <source>Probeer een korter woord, of een ander woord.</source>
      <translation>Try a shorter word, or another word.</translation>
    </message>
    <message>
      <source>Sluiten</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Terug</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>U typte ‘{typed}’. Gezocht is naar: {meant}.</source>
      <translation>You typed ‘{typed}’. This was looked for: {meant}.</translation>
    </message>
    <message>
      <source>Uw behandeling</source>
      <translation>Your treatment</translation>
    </message>
    <message>
      <source>Volgend stuk</source>
      <translation>Next part</translation>
    </message>
    <message>
      <source>Volgende</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Vooruit</source>
      <translation>Forward</translation>
    </message>
    <message>
      <source>Vorig stuk</source>
      <translation>Previous part</translation>
    </message>
    <message>
      <source>Vorige</source>
      <translation>Previous</translation>
    </message>
    <message>
      <source>Wat ze betekenen</source>
      <translation>What they mean</translation>
    </message>
    <message>
      <source>Zoek</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Zoek in de folder</source>
      <translation>Search the leaflet</translation>
    </message>
    <message>
      <source>Zulke woorden hebben in de tekst puntjes eronder. Druk erop voor de uitleg.</source>
      <translation>In the texts such words have dots under them. Press one for what it means.</translation>
    </message>
    <message>
      <source>{done} van {all} nagekeken</source>
      <translation>{done} of {all} checked</translation>
    </message>
    <message>
      <source>{number} van {all}</source>
      <translation>{number} of {all}</translation>
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
      <source>Waarom?</source>
      <translation>Why?</translation>
    </message>
  </context>
  <context>
    <name>Paper</name>
    <message>
      <source>Bladzijde {number} van {pages}</source>
      <translation>Page {number} of {pages}</translation>
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
    <name>Print</name>
    <message>
      <source>Afdrukken</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>Afdrukken op papier</source>
      <translation>Print on paper</translation>
    </message>
    <message>
      <source>Bewaar als PDF</source>
      <translation>Save as PDF</translation>
    </message>
    <message numerus="yes">
      <source>Bewaard als PDF: %n bladzijden.</source>
      <translation>
        <numerusform>Saved as PDF: %n page.</numerusform>
        <numerusform>Saved as PDF: %n pages.</numerusform>
      </translation>
    </message>
    <message>
      <source>De hele folder</source>
      <translation>The whole leaflet</translation>
    </message>
    <message>
      <source>De printer neemt het niet aan. Bewaar het als PDF.</source>
      <translation>The printer does not take it. Save it as a PDF.</translation>
    </message>
    <message>
      <source>Deze bladzijde: {title}</source>
      <translation>This page: {title}</translation>
    </message>
    <message>
      <source>Dit hoofdstuk: {title}</source>
      <translation>This chapter: {title}</translation>
    </message>
    <message>
      <source>Dit stuk: {title}</source>
      <translation>This part: {title}</translation>
    </message>
    <message>
      <source>Er is geen printer gevonden. U kunt wel een PDF bewaren.</source>
      <translation>No printer was found. You can save a PDF.</translation>
    </message>
    <message>
      <source>Het kaartje voor de tandarts</source>
      <translation>The card for the dentist</translation>
    </message>
    <message>
      <source>Hier kan niets worden bewaard. Kies een andere map.</source>
      <translation>Nothing can be saved here. Choose another folder.</translation>
    </message>
    <message numerus="yes">
      <source>Naar de printer gestuurd: %n bladzijden.</source>
      <translation>
        <numerusform>Sent to the printer: %n page.</numerusform>
        <numerusform>Sent to the printer: %n pages.</numerusform>
      </translation>
    </message>
    <message>
      <source>Osteoporose: de hele folder</source>
      <translation>Osteoporosis: the whole leaflet</translation>
    </message>
    <message>
      <source>Terug naar lezen</source>
      <translation>Back to reading</translation>
    </message>
    <message>
      <source>Wat wilt u op papier?</source>
      <translation>What would you like on paper?</translation>
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
    <name>ReadAloud</name>
    <message>
      <source>Ga verder</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>Lees voor</source>
      <translation>Read aloud</translation>
    </message>
    <message>
      <source>Op deze computer staat nog geen programma dat voorleest. Linux: de pakketten speech-dispatcher en espeak-ng. Windows: Instellingen, Tijd en taal, Spraak. Vraag iemand om hulp als dit lastig is.</source>
      <translation>This computer has no program yet that reads aloud. Linux: the packages speech-dispatcher and espeak-ng. Windows: Settings, Time and language, Speech. Ask someone to help if this is difficult.</translation>
    </message>
    <message>
      <source>Pauze</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Voor deze taal staat geen stem op deze computer. Windows: Instellingen, Tijd en taal, Spraak, Stemmen toevoegen. Linux: het pakket espeak-ng. Vraag iemand om hulp als dit lastig is.</source>
      <translation>This computer has no voice for this language. Windows: Settings, Time and language, Speech, Add voices. Linux: the package espeak-ng. Ask someone to help if this is difficult.</translation>
    </message>
    <message>
      <source>Voorlezen lukt nu niet.</source>
      <translation>Reading aloud does not work now.</translation>
    </message>
    <message>
      <source>Voorlezen staat even stil</source>
      <translation>Reading is paused</translation>
    </message>
    <message>
      <source>Wordt voorgelezen</source>
      <translation>Being read aloud</translation>
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
    <name>Today</name>
    <message>
      <source>De klok van de computer loopt achter bij wat u eerder noteerde.</source>
      <translation>The clock of the computer is behind what you noted earlier.</translation>
    </message>
    <message>
      <source>Dit viel in die tijd: {names}.</source>
      <translation>This fell in that time: {names}.</translation>
    </message>
    <message>
      <source>Er staat nog niets in de lijst</source>
      <translation>There is nothing in the list yet</translation>
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
      <source>Ja, dat klopt</source>
      <translation>Yes, that is right</translation>
    </message>
    <message>
      <source>Klopt de dag niet? Zet eerst de klok van de computer goed, of vraag hulp.</source>
      <translation>Is the day wrong? First set the clock of the computer right, or ask for help.</translation>
    </message>
    <message>
      <source>Mijn {what}</source>
      <translation>My {what}</translation>
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
      <source>Vraag uw helper om uw behandelingen in te vullen.</source>
      <translation>Ask your helper to fill in your treatments.</translation>
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
