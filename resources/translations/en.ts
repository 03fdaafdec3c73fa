<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="nl_NL">
  <context>
    <name>About</name>
    <message>
      <source>Alles blijft op deze computer, in de map hieronder.</source>
      <translation>Everything stays on this computer, in the folder below.</translation>
    </message>
    <message>
      <source>Bekijk de licenties</source>
      <translation>See the licences</translation>
    </message>
    <message>
      <source>Dit maakten anderen.</source>
      <translation>Others made these.</translation>
    </message>
    <message>
      <source>Dit programma is met Python geïnstalleerd, en wordt daarmee ook vernieuwd.</source>
      <translation>This program was installed with Python, and is renewed with it too.</translation>
    </message>
    <message>
      <source>Dit programma is vrij te gebruiken, onder de licentie Apache 2.0.</source>
      <translation>This program is free to use, under the Apache 2.0 licence.</translation>
    </message>
    <message>
      <source>Een nieuwe versie</source>
      <translation>A new version</translation>
    </message>
    <message>
      <source>Er zit ook werk van anderen in.</source>
      <translation>It also holds the work of others.</translation>
    </message>
    <message>
      <source>Haal de nieuwe bestanden op en start het programma opnieuw.</source>
      <translation>Get the new files and start the program again.</translation>
    </message>
    <message>
      <source>Het programma stuurt niets over het internet.</source>
      <translation>The program sends nothing over the internet.</translation>
    </message>
    <message>
      <source>Het programma zoekt niet zelf naar een nieuwe versie.</source>
      <translation>The program does not look for a new version itself.</translation>
    </message>
    <message>
      <source>Installeer de nieuwe versie over deze heen.</source>
      <translation>Install the new version over this one.</translation>
    </message>
    <message>
      <source>Kies een onderdeel om de licentie te lezen. De teksten zijn in het Engels.</source>
      <translation>Choose a part to read its licence. The texts are in English.</translation>
    </message>
    <message>
      <source>Licenties</source>
      <translation>Licences</translation>
    </message>
    <message>
      <source>Over dit programma</source>
      <translation>About this program</translation>
    </message>
    <message>
      <source>Sluit het programma daarvoor eerst af.</source>
      <translation>Close the program first.</translation>
    </message>
    <message>
      <source>Uw gegevens</source>
      <translation>Your data</translation>
    </message>
    <message>
      <source>Uw gegevens en instellingen blijven dan zoals ze zijn.</source>
      <translation>Your data and settings then stay as they are.</translation>
    </message>
    <message>
      <source>Versie {version}</source>
      <translation>Version {version}</translation>
    </message>
    <message>
      <source>Waarvoor het is</source>
      <translation>What it is for</translation>
    </message>
  </context>
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
      <source>De afspraak wijzigen</source>
      <translation>Change the appointment</translation>
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
      <source>Opmerking</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Opmerking schrijven</source>
      <translation>Write a note</translation>
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
      <source>Vraag het mij vanavond</source>
      <translation>Ask me this evening</translation>
    </message>
    <message>
      <source>Wij herinneren u {day}.</source>
      <translation>We will remind you on {day}.</translation>
    </message>
    <message>
      <source>Wijzigen</source>
      <translation>Change</translation>
    </message>
  </context>
  <context>
    <name>Answer</name>
    <message>
      <source>Dat is ruim voor de geplande dag. Bel {whom} en vraag of de datum klopt.</source>
      <translation>That is well before the planned day. Call {whom} and ask if the date is right.</translation>
    </message>
    <message>
      <source>De geplande dag is {day}.</source>
      <translation>The planned day is {day}.</translation>
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
      <source>Waar, of bij wie? U hoeft niets in te vullen.</source>
      <translation>Where, or with whom? You need not fill in anything.</translation>
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
    <name>Calendar</name>
    <message numerus="yes">
      <source>%n keer</source>
      <translation>
        <numerusform>%n time</numerusform>
        <numerusform>%n times</numerusform>
      </translation>
    </message>
    <message>
      <source>, nog {ahead}</source>
      <translation>, {ahead} to come</translation>
    </message>
    <message>
      <source>Aantal wijzigen</source>
      <translation>Change the number</translation>
    </message>
    <message>
      <source>Afspraak</source>
      <translation>Visit</translation>
    </message>
    <message>
      <source>Antwoord geven</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>Bellen</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Bewaar de opmerking</source>
      <translation>Keep this note</translation>
    </message>
    <message>
      <source>Bewegen</source>
      <translation>Moving</translation>
    </message>
    <message>
      <source>Bloed</source>
      <translation>Blood</translation>
    </message>
    <message>
      <source>Calcium</source>
      <translation>Calcium</translation>
    </message>
    <message>
      <source>Dag erna</source>
      <translation>Next day</translation>
    </message>
    <message>
      <source>Dag ervoor</source>
      <translation>Day before</translation>
    </message>
    <message>
      <source>Dag of tijd wijzigen</source>
      <translation>Change day or time</translation>
    </message>
    <message>
      <source>Dag wijzigen</source>
      <translation>Change the day</translation>
    </message>
    <message>
      <source>Dat weet ik niet meer</source>
      <translation>I do not remember</translation>
    </message>
    <message>
      <source>Deze dag komt nog.</source>
      <translation>This day is still to come.</translation>
    </message>
    <message>
      <source>Dit programma beoordeelt niet wat u schrijft.</source>
      <translation>This program does not judge what you write.</translation>
    </message>
    <message>
      <source>Drankje</source>
      <translation>Drink</translation>
    </message>
    <message>
      <source>Druk het jaar af</source>
      <translation>Print the year</translation>
    </message>
    <message>
      <source>Elke dag: {done} van {days} dagen</source>
      <translation>Every day: {done} of {days} days</translation>
    </message>
    <message>
      <source>Er staat nog niets. Schrijf iets op, of ga terug.</source>
      <translation>There is nothing yet. Write something, or go back.</translation>
    </message>
    <message>
      <source>Erbij tellen</source>
      <translation>Add some</translation>
    </message>
    <message>
      <source>Gaat het over een behandeling?</source>
      <translation>Is it about a treatment?</translation>
    </message>
    <message>
      <source>Genoteerd.</source>
      <translation>Noted.</translation>
    </message>
    <message>
      <source>Gesprek</source>
      <translation>Talk</translation>
    </message>
    <message>
      <source>Gewijzigd. Het oude antwoord staat er doorgestreept bij.</source>
      <translation>Changed. The old answer is still there, struck through.</translation>
    </message>
    <message>
      <source>Heeft u ergens last van?</source>
      <translation>Is something troubling you?</translation>
    </message>
    <message>
      <source>Het jaar in 1 oogopslag</source>
      <translation>The year at a glance</translation>
    </message>
    <message>
      <source>Hoe laat was het, {day}?</source>
      <translation>At what time was it, {day}?</translation>
    </message>
    <message>
      <source>Hoeveel minuten, {day}?</source>
      <translation>How many minutes, {day}?</translation>
    </message>
    <message>
      <source>Hoeveel porties, {day}?</source>
      <translation>How many portions, {day}?</translation>
    </message>
    <message>
      <source>Huis</source>
      <translation>Home</translation>
    </message>
    <message>
      <source>In uw eigen woorden</source>
      <translation>In your own words</translation>
    </message>
    <message>
      <source>Infuus</source>
      <translation>Infusion</translation>
    </message>
    <message>
      <source>Jaar</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Kalender</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Leefstijl</source>
      <translation>Habits</translation>
    </message>
    <message>
      <source>Maakt u zich zorgen? Hieronder staat wanneer u belt.</source>
      <translation>Are you worried? Below you see when to call.</translation>
    </message>
    <message>
      <source>Maand</source>
      <translation>Month</translation>
    </message>
    <message>
      <source>Medicijnen van elke dag: {names}.</source>
      <translation>Medicines of every day: {names}.</translation>
    </message>
    <message>
      <source>Meer</source>
      <translation>More</translation>
    </message>
    <message>
      <source>Meting</source>
      <translation>Scan</translation>
    </message>
    <message>
      <source>Minder</source>
      <translation>Less</translation>
    </message>
    <message>
      <source>Na middernacht</source>
      <translation>After midnight</translation>
    </message>
    <message>
      <source>Nee</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Niet genomen</source>
      <translation>Not taken</translation>
    </message>
    <message>
      <source>Niets gevonden in wat u opschreef.</source>
      <translation>Nothing found in what you wrote.</translation>
    </message>
    <message>
      <source>Noteer {day}</source>
      <translation>Note {day}</translation>
    </message>
    <message>
      <source>Noteer {number}</source>
      <translation>Note {number}</translation>
    </message>
    <message>
      <source>Op</source>
      <translation>Used up</translation>
    </message>
    <message>
      <source>Op de vaste tijd</source>
      <translation>At the usual time</translation>
    </message>
    <message>
      <source>Op deze dag staat niets.</source>
      <translation>There is nothing on this day.</translation>
    </message>
    <message>
      <source>Op welke dag heeft u het genomen?</source>
      <translation>On which day did you take it?</translation>
    </message>
    <message>
      <source>Ophalen</source>
      <translation>Collect</translation>
    </message>
    <message>
      <source>Opmerking bij {day}</source>
      <translation>Note for {day}</translation>
    </message>
    <message>
      <source>Opmerking schrijven</source>
      <translation>Write a note</translation>
    </message>
    <message>
      <source>Opmerkingen</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>Prik</source>
      <translation>Injection</translation>
    </message>
    <message>
      <source>Tablet</source>
      <translation>Tablet</translation>
    </message>
    <message>
      <source>Tandarts</source>
      <translation>Dentist</translation>
    </message>
    <message>
      <source>Telt bij {day}</source>
      <translation>Counts for {day}</translation>
    </message>
    <message>
      <source>Teruggezet op {day}</source>
      <translation>Taken back on {day}</translation>
    </message>
    <message>
      <source>Teruggezet. U ziet het nog doorgestreept.</source>
      <translation>Taken back. You still see it, struck through.</translation>
    </message>
    <message>
      <source>Tijd wijzigen</source>
      <translation>Change the time</translation>
    </message>
    <message>
      <source>Toch genomen</source>
      <translation>I did take it</translation>
    </message>
    <message>
      <source>Typ een woord of een datum.</source>
      <translation>Type a word or a date.</translation>
    </message>
    <message>
      <source>Uit de folder</source>
      <translation>From the leaflet</translation>
    </message>
    <message>
      <source>Uw eigen opmerkingen</source>
      <translation>Your own notes</translation>
    </message>
    <message>
      <source>Uw opmerking is bewaard.</source>
      <translation>Your note is kept.</translation>
    </message>
    <message>
      <source>Uw opmerking staat ook in het overzicht voor uw arts.</source>
      <translation>Your note is also in the overview for your doctor.</translation>
    </message>
    <message>
      <source>Vanaf deze dag is uw voorraad op, als u niets bijhaalt.</source>
      <translation>From this day your stock is used up, if you collect none.</translation>
    </message>
    <message>
      <source>Vandaag</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Vitamine D</source>
      <translation>Vitamin D</translation>
    </message>
    <message>
      <source>Wanneer bellen?</source>
      <translation>When to call?</translation>
    </message>
    <message>
      <source>Wat wilt u onthouden?</source>
      <translation>What do you want to remember?</translation>
    </message>
    <message>
      <source>Wij noteren alleen de dag</source>
      <translation>We note only the day</translation>
    </message>
    <message>
      <source>Zet terug</source>
      <translation>Take back</translation>
    </message>
    <message>
      <source>Zo nodig</source>
      <translation>When needed</translation>
    </message>
    <message>
      <source>Zo valt het, als de keer ervoor op zijn dag is.</source>
      <translation>It falls here if the one before is on its day.</translation>
    </message>
    <message>
      <source>Zoek</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Zoek een woord</source>
      <translation>Look for a word</translation>
    </message>
    <message>
      <source>Zoek in notities en folder</source>
      <translation>Search notes and leaflet</translation>
    </message>
    <message>
      <source>Zoeken</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Zuivel</source>
      <translation>Dairy</translation>
    </message>
    <message>
      <source>computer uit</source>
      <translation>computer off</translation>
    </message>
    <message>
      <source>gedaan</source>
      <translation>done</translation>
    </message>
    <message>
      <source>genomen</source>
      <translation>taken</translation>
    </message>
    <message>
      <source>komt nog</source>
      <translation>to come</translation>
    </message>
    <message>
      <source>later genomen</source>
      <translation>taken later</translation>
    </message>
    <message>
      <source>met een opmerking</source>
      <translation>with a note</translation>
    </message>
    <message>
      <source>minuten</source>
      <translation>minutes</translation>
    </message>
    <message>
      <source>niet gedaan</source>
      <translation>not done</translation>
    </message>
    <message>
      <source>niet genomen</source>
      <translation>not taken</translation>
    </message>
    <message>
      <source>nog open</source>
      <translation>still open</translation>
    </message>
    <message>
      <source>nu</source>
      <translation>now</translation>
    </message>
    <message>
      <source>overgeslagen</source>
      <translation>skipped</translation>
    </message>
    <message>
      <source>pauze</source>
      <translation>pause</translation>
    </message>
    <message>
      <source>porties</source>
      <translation>portions</translation>
    </message>
    <message>
      <source>van elke dag {taken} van {settled} genomen</source>
      <translation>{taken} of {settled} daily doses taken</translation>
    </message>
    <message>
      <source>vandaag</source>
      <translation>today</translation>
    </message>
    <message>
      <source>voorlopige datum</source>
      <translation>provisional date</translation>
    </message>
    <message>
      <source>voorraad op</source>
      <translation>stock used up</translation>
    </message>
    <message>
      <source>voorraad op: {what}</source>
      <translation>stock used up: {what}</translation>
    </message>
    <message>
      <source>zonder antwoord, de computer was uit</source>
      <translation>without an answer, the computer was off</translation>
    </message>
    <message>
      <source>{month}, nu</source>
      <translation>{month}, now</translation>
    </message>
    <message>
      <source>{name}: {ahead} keer</source>
      <translation>{name}: {ahead} times</translation>
    </message>
    <message>
      <source>{name}: {done} van {settled}</source>
      <translation>{name}: {done} of {settled}</translation>
    </message>
    <message>
      <source>{taken} van {settled}</source>
      <translation>{taken} of {settled}</translation>
    </message>
    <message>
      <source>{what} gegeven</source>
      <translation>{what} given</translation>
    </message>
    <message>
      <source>{what}, voorlopig</source>
      <translation>{what}, provisional</translation>
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
    <name>Demo</name>
    <message>
      <source>+1 dag</source>
      <translation>+1 day</translation>
    </message>
    <message>
      <source>+1 uur</source>
      <translation>+1 hour</translation>
    </message>
    <message>
      <source>+1 week</source>
      <translation>+1 week</translation>
    </message>
    <message>
      <source>+6 maanden</source>
      <translation>+6 months</translation>
    </message>
    <message>
      <source>Aantekeningen</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>Aantekeningen voor wie het laat zien</source>
      <translation>Notes for the presenter</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Dit is een demo</source>
      <translation>This is a demo</translation>
    </message>
    <message>
      <source>Houd de tijd stil</source>
      <translation>Hold the time still</translation>
    </message>
    <message>
      <source>Jaar</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Laat een jaar voorbijgaan</source>
      <translation>Let a year pass</translation>
    </message>
    <message>
      <source>Laat een week voorbijgaan</source>
      <translation>Let a week pass</translation>
    </message>
    <message>
      <source>Lees dit in de Folder</source>
      <translation>Read this in the Leaflet</translation>
    </message>
    <message>
      <source>Letters op {percent} procent</source>
      <translation>Text at {percent} per cent</translation>
    </message>
    <message>
      <source>Momenten</source>
      <translation>Moments</translation>
    </message>
    <message>
      <source>Naar de volgende melding</source>
      <translation>To the next reminder</translation>
    </message>
    <message>
      <source>Nu in het echt instellen</source>
      <translation>Set up in earnest now</translation>
    </message>
    <message>
      <source>Pauze</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Sla het half uur over</source>
      <translation>Skip the half hour</translation>
    </message>
    <message>
      <source>Sluit de demo</source>
      <translation>Close the demo</translation>
    </message>
    <message>
      <source>Terug naar het begin</source>
      <translation>Back to the start</translation>
    </message>
    <message>
      <source>Vertel</source>
      <translation>Tell</translation>
    </message>
    <message>
      <source>Volgend moment</source>
      <translation>Next moment</translation>
    </message>
    <message>
      <source>Volgende</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Voorbeeldpatiënt. Er wordt niets bewaard.</source>
      <translation>Sample patient. Nothing is kept.</translation>
    </message>
    <message>
      <source>Vraag</source>
      <translation>Ask</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Week</translation>
    </message>
    <message>
      <source>zo werkt osteoapp</source>
      <translation>how osteoapp works</translation>
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
      <source>Eigen hoofdstuk</source>
      <translation>Own chapter</translation>
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
      <source>Hier geplaatst op {day}.</source>
      <translation>Put here on {day}.</translation>
    </message>
    <message>
      <source>Ik ben klaar: noteer de controle</source>
      <translation>I am done: note the check</translation>
    </message>
    <message>
      <source>Inhoud</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>Klaar met de ronde? Dan is uw jaarlijkse controle gedaan.</source>
      <translation>Done with the walk? Then your yearly check is done.</translation>
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
      <source>Tekst toevoegen</source>
      <translation>Add a text</translation>
    </message>
    <message>
      <source>Tekst wijzigen of weghalen</source>
      <translation>Change or remove the text</translation>
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
      <source>Uw vinkjes zijn na het afsluiten weg.</source>
      <translation>Your ticks are gone after closing.</translation>
    </message>
    <message>
      <source>Uw volgende controle staat op {day}.</source>
      <translation>Your next check is on {day}.</translation>
    </message>
    <message>
      <source>Van uw ziekenhuis of praktijk</source>
      <translation>From your hospital or practice</translation>
    </message>
    <message>
      <source>Van {name}</source>
      <translation>From {name}</translation>
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
    <name>Guide</name>
    <message>
      <source>De uitleg is niet gevonden. Zet het programma opnieuw op de computer.</source>
      <translation>The guide was not found. Install the program again.</translation>
    </message>
    <message>
      <source>Terug</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Uitleg van dit programma</source>
      <translation>Guide to this program</translation>
    </message>
    <message>
      <source>Voor de praktijk</source>
      <translation>For the clinic</translation>
    </message>
    <message>
      <source>Voor familie</source>
      <translation>For the family</translation>
    </message>
    <message>
      <source>Voor uzelf</source>
      <translation>For yourself</translation>
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
      <translation>Go to Today</translation>
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
    <name>Lock</name>
    <message>
      <source>Alles is weer op slot.</source>
      <translation>Everything is locked again.</translation>
    </message>
    <message>
      <source>Als u de pincode niet meer weet</source>
      <translation>If you no longer know the PIN</translation>
    </message>
    <message>
      <source>Andere pincode</source>
      <translation>Another PIN</translation>
    </message>
    <message>
      <source>Begin de dag wachten</source>
      <translation>Begin the day of waiting</translation>
    </message>
    <message>
      <source>Dat klopte een paar keer niet. Probeer het na {time} opnieuw.</source>
      <translation>That was wrong a few times. Try again after {time}.</translation>
    </message>
    <message>
      <source>De 2 pincodes zijn niet gelijk. Vul ze opnieuw in.</source>
      <translation>The 2 PINs are not the same. Fill them in again.</translation>
    </message>
    <message>
      <source>De dag is om. Typ deze zin om de pincode weg te halen:</source>
      <translation>The day is over. Type this sentence to take the PIN away:</translation>
    </message>
    <message>
      <source>De pincode is bewaard.</source>
      <translation>The PIN is saved.</translation>
    </message>
    <message>
      <source>De pincode is weg.</source>
      <translation>The PIN is gone.</translation>
    </message>
    <message>
      <source>Deze pincode klopt niet.</source>
      <translation>This PIN is not right.</translation>
    </message>
    <message>
      <source>Een pincode heeft 4 tot en met 12 cijfers.</source>
      <translation>A PIN has 4 to 12 digits.</translation>
    </message>
    <message>
      <source>Een pincode heeft alleen cijfers.</source>
      <translation>A PIN has digits only.</translation>
    </message>
    <message>
      <source>Er is een pincode.</source>
      <translation>There is a PIN.</translation>
    </message>
    <message>
      <source>Haal de pincode weg</source>
      <translation>Take the PIN away</translation>
    </message>
    <message>
      <source>Hij is net gegeven. Voor een paar minuten kan alles worden veranderd.</source>
      <translation>It was just given. For a few minutes everything can be changed.</translation>
    </message>
    <message>
      <source>Ik haal de pincode weg</source>
      <translation>I take the PIN away</translation>
    </message>
    <message>
      <source>Ik weet hem weer</source>
      <translation>I remember it</translation>
    </message>
    <message>
      <source>Kies 4 tot en met 12 cijfers die u nergens anders gebruikt.</source>
      <translation>Choose 4 to 12 digits that you use nowhere else.</translation>
    </message>
    <message>
      <source>Na 1 dag kunt u de pincode weghalen. Zo gebeurt het nooit per ongeluk.</source>
      <translation>After 1 day you can take the PIN away. So it never happens by accident.</translation>
    </message>
    <message>
      <source>Nieuwe pincode</source>
      <translation>New PIN</translation>
    </message>
    <message>
      <source>Nog een keer</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>Nooit op slot: antwoord geven, lezen, bellen, en de grootte van de letters.</source>
      <translation>Never locked: answering, reading, calling, and the size of the letters.</translation>
    </message>
    <message>
      <source>Nu op slot</source>
      <translation>Lock now</translation>
    </message>
    <message>
      <source>Op slot met een pincode</source>
      <translation>Locked with a PIN</translation>
    </message>
    <message>
      <source>Pincode</source>
      <translation>PIN</translation>
    </message>
    <message>
      <source>Pincode vergeten?</source>
      <translation>PIN forgotten?</translation>
    </message>
    <message>
      <source>Toch niet</source>
      <translation>Not after all</translation>
    </message>
    <message>
      <source>Typ de zin precies zo.</source>
      <translation>Type the sentence just like that.</translation>
    </message>
    <message>
      <source>Vanaf {when} kan de pincode weg. Tot dan blijft alles zoals het is.</source>
      <translation>From {when} on the PIN can go. Until then all stays as it is.</translation>
    </message>
    <message>
      <source>Verder</source>
      <translation>Continue</translation>
    </message>
    <message>
      <source>Voor wie helpt. Zo verandert er niets per ongeluk aan behandelingen en instellingen.</source>
      <translation>For whoever helps. So treatments and settings are not changed by accident.</translation>
    </message>
    <message>
      <source>Wie helpt, zette dit op slot. Antwoord geven kan altijd, zonder pincode.</source>
      <translation>Whoever helps has locked this. Answering always works, without a PIN.</translation>
    </message>
    <message>
      <source>Zet op slot</source>
      <translation>Lock</translation>
    </message>
  </context>
  <context>
    <name>Machine</name>
    <message>
      <source>**Geluid.** Een zachte bel, die langzaam luider wordt.</source>
      <translation>**Sound.** A soft bell that slowly grows louder.</translation>
    </message>
    <message>
      <source>**Geluid.** Het lukt hier niet. Staat de luidspreker aan?</source>
      <translation>**Sound.** It does not work here. Is the speaker on?</translation>
    </message>
    <message>
      <source>**Melding in de hoek.**</source>
      <translation>**Notification in the corner.**</translation>
    </message>
    <message>
      <source>**Plaatje bij de klok.** Dat heeft deze computer niet.</source>
      <translation>**Picture near the clock.** This computer does not have that.</translation>
    </message>
    <message>
      <source>**Plaatje bij de klok.** Het laat zien wat er nu is.</source>
      <translation>**Picture near the clock.** It shows what there is now.</translation>
    </message>
    <message>
      <source>**Venster.** Het kan achter een ander venster komen. De melding blijft dan staan.</source>
      <translation>**Window.** It may come behind another window. The notification then stays.</translation>
    </message>
    <message>
      <source>**Venster.** Het komt boven de andere vensters.</source>
      <translation>**Window.** It comes above the other windows.</translation>
    </message>
    <message>
      <source>**Voorlezen.** Dat lukt op deze computer niet.</source>
      <translation>**Reading aloud.** That does not work on this computer.</translation>
    </message>
    <message>
      <source>**Voorlezen.** Deze computer heeft geen stem voor uw taal.</source>
      <translation>**Reading aloud.** This computer has no voice for your language.</translation>
    </message>
    <message>
      <source>**Voorlezen.** Er is een stem voor uw taal.</source>
      <translation>**Reading aloud.** There is a voice for your language.</translation>
    </message>
    <message>
      <source>**Voorlezen.** Nog niet geprobeerd.</source>
      <translation>**Reading aloud.** Not tried yet.</translation>
    </message>
    <message>
      <source>Dan hoeft u het programma niet zelf te openen.</source>
      <translation>Then you need not open the program yourself.</translation>
    </message>
    <message>
      <source>Dat lukt op deze computer niet.</source>
      <translation>That does not work on this computer.</translation>
    </message>
    <message>
      <source>De computer antwoordde niet: {when}. Het venster komt wel.</source>
      <translation>The computer did not answer: {when}. The window does come.</translation>
    </message>
    <message>
      <source>De computer moet aan staan.</source>
      <translation>The computer must be on.</translation>
    </message>
    <message>
      <source>De computer moet aan staan. In de slaapstand komt er geen herinnering.</source>
      <translation>The computer must be on. While it sleeps no reminder comes.</translation>
    </message>
    <message>
      <source>De laatste is getoond: {when}.</source>
      <translation>The last one was shown: {when}.</translation>
    </message>
    <message>
      <source>De laatste is verstuurd: {when}. Zag u hem niet? Het venster komt wel.</source>
      <translation>The last one was sent: {when}. Did you not see it? The window does come.</translation>
    </message>
    <message>
      <source>De laatste lukte niet: {when}. Het venster komt wel.</source>
      <translation>The last one did not work: {when}. The window does come.</translation>
    </message>
    <message>
      <source>Deze computer</source>
      <translation>This computer</translation>
    </message>
    <message>
      <source>Deze computer toont geen meldingen. Het venster komt wel.</source>
      <translation>This computer shows no notifications. The window does come.</translation>
    </message>
    <message>
      <source>Dit is een proef. Zo ziet een melding eruit.</source>
      <translation>This is a trial. A notification looks like this.</translation>
    </message>
    <message>
      <source>Komt een herinnering hier aan?</source>
      <translation>Does a reminder reach you here?</translation>
    </message>
    <message>
      <source>Nog niet geprobeerd.</source>
      <translation>Not tried yet.</translation>
    </message>
    <message>
      <source>Probeer</source>
      <translation>Try</translation>
    </message>
    <message>
      <source>Probeer de melding</source>
      <translation>Try the notification</translation>
    </message>
    <message>
      <source>Probeer het geluid</source>
      <translation>Try the sound</translation>
    </message>
    <message>
      <source>Probeer het plaatje bij de klok</source>
      <translation>Try the picture near the clock</translation>
    </message>
    <message>
      <source>Probeer het voorlezen</source>
      <translation>Try reading aloud</translation>
    </message>
    <message>
      <source>Start met de computer</source>
      <translation>Start with the computer</translation>
    </message>
    <message>
      <source>Vanaf 10 minuten ervoor valt de computer niet vanzelf in slaap.</source>
      <translation>From 10 minutes before, the computer does not fall asleep by itself.</translation>
    </message>
    <message>
      <source>Wakker blijven voor een herinnering</source>
      <translation>Stay awake for a reminder</translation>
    </message>
    <message>
      <source>Was de computer uit? Dan ziet u daarna wat er was.</source>
      <translation>Was the computer off? Then you see afterwards what there was.</translation>
    </message>
    <message>
      <source>Zo klinkt het voorlezen.</source>
      <translation>This is how reading aloud sounds.</translation>
    </message>
  </context>
  <context>
    <name>Often</name>
    <message>
      <source>, in het geheel {number} keer</source>
      <translation>, {number} times in all</translation>
    </message>
    <message>
      <source>, tot en met {day}</source>
      <translation>, up to and including {day}</translation>
    </message>
    <message>
      <source>1 dag</source>
      <translation>1 day</translation>
    </message>
    <message>
      <source>1 jaar</source>
      <translation>1 year</translation>
    </message>
    <message>
      <source>1 maand</source>
      <translation>1 month</translation>
    </message>
    <message>
      <source>1 week</source>
      <translation>1 week</translation>
    </message>
    <message>
      <source>Alleen als het nodig is</source>
      <translation>Only when needed</translation>
    </message>
    <message>
      <source>Elk jaar</source>
      <translation>Every year</translation>
    </message>
    <message>
      <source>Elke dag</source>
      <translation>Every day</translation>
    </message>
    <message>
      <source>Elke maand</source>
      <translation>Every month</translation>
    </message>
    <message>
      <source>Elke week</source>
      <translation>Every week</translation>
    </message>
    <message>
      <source>Elke {days}</source>
      <translation>Every {days}</translation>
    </message>
    <message>
      <source>Elke {period}</source>
      <translation>Every {period}</translation>
    </message>
    <message>
      <source>alleen op {days}</source>
      <translation>only on {days}</translation>
    </message>
    <message>
      <source>alleen op {days}, als het {numbers} is</source>
      <translation>only on {days}, if it is {numbers}</translation>
    </message>
    <message>
      <source>dag {number}</source>
      <translation>day {number}</translation>
    </message>
    <message>
      <source>de laatste dag</source>
      <translation>the last day</translation>
    </message>
    <message>
      <source>de {number}e dag vanaf het einde</source>
      <translation>day {number} from the end</translation>
    </message>
    <message>
      <source>laatste</source>
      <translation>last</translation>
    </message>
    <message>
      <source>{every} op {days}</source>
      <translation>{every} on {days}</translation>
    </message>
    <message>
      <source>{number} jaar</source>
      <translation>{number} years</translation>
    </message>
    <message>
      <source>{number} dagen</source>
      <translation>{number} days</translation>
    </message>
    <message>
      <source>{number} maanden</source>
      <translation>{number} months</translation>
    </message>
    <message>
      <source>{number} weken</source>
      <translation>{number} weeks</translation>
    </message>
    <message>
      <source>{on} wel, {off} niet</source>
      <translation>{on} on, {off} off</translation>
    </message>
    <message>
      <source>{period} na de vorige keer</source>
      <translation>{period} after the last time</translation>
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
      <source>Een kwartier eerder</source>
      <translation>A quarter of an hour earlier</translation>
    </message>
    <message>
      <source>Een kwartier later</source>
      <translation>A quarter of an hour later</translation>
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
      <source>Meer</source>
      <translation>More</translation>
    </message>
    <message>
      <source>Minder</source>
      <translation>Less</translation>
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
    <name>Plans</name>
    <message>
      <source>**Dit geldt vanaf morgen.** Vandaag blijft zoals het was.</source>
      <translation>**This counts from tomorrow.** Today stays as it was.</translation>
    </message>
    <message>
      <source>**Dit geldt vanaf vandaag.**</source>
      <translation>**This counts from today.**</translation>
    </message>
    <message>
      <source>**Dit geldt vanaf {day}.**</source>
      <translation>**This counts from {day}.**</translation>
    </message>
    <message>
      <source>**Pauze** tot en met {last}.</source>
      <translation>**Pause** up to and including {last}.</translation>
    </message>
    <message>
      <source>**Pauze** van {first} tot en met {last}.</source>
      <translation>**Pause** from {first} up to and including {last}.</translation>
    </message>
    <message>
      <source>**Stop niet zonder uw arts.** Zonder dit middel gaat er weer sneller bot verloren. Wilt u stoppen? Bel eerst {call}.</source>
      <translation>**Do not stop without your doctor.** Without this medicine bone is lost faster again. Do you want to stop? First call {call}.</translation>
    </message>
    <message>
      <source>**{name}** blijft staan.</source>
      <translation>**{name}** stays.</translation>
    </message>
    <message>
      <source>**{name}** is bewaard.</source>
      <translation>**{name}** is saved.</translation>
    </message>
    <message>
      <source>**{name}** is gestopt.</source>
      <translation>**{name}** has stopped.</translation>
    </message>
    <message>
      <source>**{name}** is weggehaald.</source>
      <translation>**{name}** was removed.</translation>
    </message>
    <message>
      <source>**{name}** stopt na {day}.</source>
      <translation>**{name}** stops after {day}.</translation>
    </message>
    <message>
      <source>1 en 15, of laatste</source>
      <translation>1 and 15, or last</translation>
    </message>
    <message>
      <source>1 dag ervoor</source>
      <translation>1 day before</translation>
    </message>
    <message>
      <source>1 week ervoor</source>
      <translation>1 week before</translation>
    </message>
    <message>
      <source>Afspraken</source>
      <translation>Appointments</translation>
    </message>
    <message>
      <source>Alleen als de apotheker dat zei.</source>
      <translation>Only if the pharmacist said so.</translation>
    </message>
    <message>
      <source>Alleen als het nodig is</source>
      <translation>Only when needed</translation>
    </message>
    <message>
      <source>Bekijk</source>
      <translation>View</translation>
    </message>
    <message>
      <source>Bent u hiermee gestopt?</source>
      <translation>Have you stopped using this?</translation>
    </message>
    <message>
      <source>Bewaar</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Bijvoorbeeld in het ziekenhuis, of als u ziek in bed ligt.</source>
      <translation>For example in hospital, or when you are ill in bed.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: 21 dagen wel, 7 dagen niet</source>
      <translation>For example: 21 days on, 7 days off</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: 3 maanden na de vorige keer</source>
      <translation>For example: 3 months after the last time</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: dag 15 van de maand</source>
      <translation>For example: day 15 of the month</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: elke 2 dagen</source>
      <translation>For example: every 2 days</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: maandag en donderdag</source>
      <translation>For example: Monday and Thursday</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: oogarts</source>
      <translation>For example: eye doctor</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: ziekenhuis</source>
      <translation>For example: hospital</translation>
    </message>
    <message>
      <source>Calcium en de weektablet gaan niet samen. Vraag uw apotheker wat voor u goed is.</source>
      <translation>Calcium and the weekly tablet do not go together. Ask your pharmacist what is right for you.</translation>
    </message>
    <message>
      <source>Calcium op de dag van de weektablet</source>
      <translation>Calcium on the day of the weekly tablet</translation>
    </message>
    <message>
      <source>Dagen</source>
      <translation>Days</translation>
    </message>
    <message>
      <source>Dan blijft het hier staan.</source>
      <translation>Then it stays here.</translation>
    </message>
    <message>
      <source>De afspraak gaat niet door</source>
      <translation>The appointment is called off</translation>
    </message>
    <message>
      <source>De laatste dag</source>
      <translation>The last day</translation>
    </message>
    <message>
      <source>De pauze is bewaard.</source>
      <translation>The pause is saved.</translation>
    </message>
    <message>
      <source>De pauze is voorbij. Vandaag telt weer mee.</source>
      <translation>The pause is over. Today counts again.</translation>
    </message>
    <message>
      <source>Deze versie van het programma kent dit niet. Een nieuwere versie misschien wel.</source>
      <translation>This version of the program does not know this. A newer version may.</translation>
    </message>
    <message>
      <source>Die dag niet</source>
      <translation>Not on that day</translation>
    </message>
    <message>
      <source>Dit gebruikt u</source>
      <translation>What you use</translation>
    </message>
    <message>
      <source>Een aantal dagen wel, dan een aantal niet</source>
      <translation>A number of days on, then a number off</translation>
    </message>
    <message>
      <source>Een tijd na de vorige keer</source>
      <translation>Some time after the last time</translation>
    </message>
    <message>
      <source>Elke dag</source>
      <translation>Every day</translation>
    </message>
    <message>
      <source>Er is geen einde</source>
      <translation>There is no end</translation>
    </message>
    <message>
      <source>Er komt geen herinnering meer.</source>
      <translation>There will be no more reminders.</translation>
    </message>
    <message>
      <source>Er staat geen afspraak.</source>
      <translation>There are no appointments.</translation>
    </message>
    <message>
      <source>Er staat nog niets. Voeg toe wat u gebruikt.</source>
      <translation>There is nothing here yet. Add what you use.</translation>
    </message>
    <message>
      <source>Gaat niet door</source>
      <translation>Called off</translation>
    </message>
    <message>
      <source>Gepland rond {day}</source>
      <translation>Planned around {day}</translation>
    </message>
    <message>
      <source>Gestopt</source>
      <translation>Stopped</translation>
    </message>
    <message>
      <source>Haal weg</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>Heeft een maand die dag niet? Dan is het de laatste dag.</source>
      <translation>Does a month not have that day? Then it is the last day.</translation>
    </message>
    <message>
      <source>Heeft uw arts gezegd dat u stopt?</source>
      <translation>Did your doctor say that you stop?</translation>
    </message>
    <message>
      <source>Heeft uw arts gezegd wat er hierna komt?</source>
      <translation>Did your doctor say what comes next?</translation>
    </message>
    <message>
      <source>Het gaat weg. Wat u eerder noteerde, blijft bewaard.</source>
      <translation>It goes away. What you noted earlier is kept.</translation>
    </message>
    <message>
      <source>Hoe laat staat u die dag op?</source>
      <translation>What time do you get up that day?</translation>
    </message>
    <message>
      <source>Hoe laat?</source>
      <translation>At what time?</translation>
    </message>
    <message>
      <source>Hoe vaak neemt u dit?</source>
      <translation>How often do you take this?</translation>
    </message>
    <message>
      <source>Hoe vaak? Dat staat op het etiket.</source>
      <translation>How often? It is on the label.</translation>
    </message>
    <message>
      <source>Hoelang na de vorige keer?</source>
      <translation>How long after the last time?</translation>
    </message>
    <message>
      <source>Hoeveel dagen niet?</source>
      <translation>How many days off?</translation>
    </message>
    <message>
      <source>Hoeveel dagen wel?</source>
      <translation>How many days on?</translation>
    </message>
    <message>
      <source>Hoeveel keer in het geheel?</source>
      <translation>How many times in all?</translation>
    </message>
    <message>
      <source>Iets gebroken? Rustig aan tot en met (mag leeg)</source>
      <translation>Broken something? Take it easy until (may be empty)</translation>
    </message>
    <message>
      <source>Ja, dat is afgesproken</source>
      <translation>Yes, that is arranged</translation>
    </message>
    <message>
      <source>Ja, ik ben ermee gestopt</source>
      <translation>Yes, I have stopped</translation>
    </message>
    <message>
      <source>Ja, mijn arts heeft dat gezegd</source>
      <translation>Yes, my doctor said so</translation>
    </message>
    <message>
      <source>Jaren</source>
      <translation>Years</translation>
    </message>
    <message>
      <source>Komt nog</source>
      <translation>Still to come</translation>
    </message>
    <message>
      <source>Kreeg u het net? Noteer dat dan bij Afspraken, met de dag.</source>
      <translation>Did you just get it? Then note it under Appointments, with the day.</translation>
    </message>
    <message>
      <source>Later op de dag</source>
      <translation>Later that day</translation>
    </message>
    <message>
      <source>Maanden</source>
      <translation>Months</translation>
    </message>
    <message>
      <source>Medicijnen</source>
      <translation>Medicines</translation>
    </message>
    <message>
      <source>Mijn behandeling</source>
      <translation>My treatment</translation>
    </message>
    <message>
      <source>Na een aantal dagen met dit middel</source>
      <translation>After a number of days with this medicine</translation>
    </message>
    <message>
      <source>Nee, dat weet ik nog niet</source>
      <translation>No, I do not know yet</translation>
    </message>
    <message>
      <source>Nee, of ik weet het niet</source>
      <translation>No, or I do not know</translation>
    </message>
    <message>
      <source>Neem het over van het etiket. Twijfelt u? Vraag uw apotheker.</source>
      <translation>Copy it from the label. Not sure? Ask your pharmacist.</translation>
    </message>
    <message>
      <source>Neemt u er nu nog een? Dan komt de volgende later.</source>
      <translation>Do you still take one now? Then the next one comes later.</translation>
    </message>
    <message>
      <source>Niet in de ochtend van de tablet.</source>
      <translation>Not on the morning of the tablet.</translation>
    </message>
    <message>
      <source>Nieuwe afspraak</source>
      <translation>New appointment</translation>
    </message>
    <message>
      <source>Notitie (mag leeg)</source>
      <translation>Note (may be empty)</translation>
    </message>
    <message>
      <source>Nu meteen</source>
      <translation>Right now</translation>
    </message>
    <message>
      <source>Nu te doen</source>
      <translation>To do now</translation>
    </message>
    <message>
      <source>Om de hoeveel maanden?</source>
      <translation>Every how many months?</translation>
    </message>
    <message>
      <source>Om de hoeveel weken?</source>
      <translation>Every how many weeks?</translation>
    </message>
    <message>
      <source>Om de hoeveel?</source>
      <translation>Every how many?</translation>
    </message>
    <message>
      <source>Om de zoveel dagen, weken, maanden of jaren</source>
      <translation>Every so many days, weeks, months or years</translation>
    </message>
    <message>
      <source>Ook handig</source>
      <translation>Also useful</translation>
    </message>
    <message>
      <source>Op een dag die ik kies</source>
      <translation>On a day that I choose</translation>
    </message>
    <message>
      <source>Op vaste dagen van de maand</source>
      <translation>On fixed days of the month</translation>
    </message>
    <message>
      <source>Op vaste dagen van de week</source>
      <translation>On fixed days of the week</translation>
    </message>
    <message>
      <source>Op welke dag van de week?</source>
      <translation>On which day of the week?</translation>
    </message>
    <message>
      <source>Op welke dag?</source>
      <translation>On which day?</translation>
    </message>
    <message>
      <source>Op welke dagen van de maand?</source>
      <translation>On which days of the month?</translation>
    </message>
    <message>
      <source>Op welke dagen?</source>
      <translation>On which days?</translation>
    </message>
    <message>
      <source>Overleg eerst met uw arts.</source>
      <translation>Ask your doctor first.</translation>
    </message>
    <message>
      <source>Pauze</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Pauzeer alleen als uw arts dat goed vindt. Tabletten en doelen rusten dan. Prik, infuus en afspraken gaan gewoon door.</source>
      <translation>Pause only if your doctor agrees. Tablets and goals then rest. Injection, infusion and appointments go on as usual.</translation>
    </message>
    <message>
      <source>Sinds wanneer gebruikt u het?</source>
      <translation>Since when have you been using it?</translation>
    </message>
    <message>
      <source>Sinds wanneer krijgt u het?</source>
      <translation>Since when have you been getting it?</translation>
    </message>
    <message>
      <source>Stop hiermee</source>
      <translation>Stop this</translation>
    </message>
    <message>
      <source>Stop nooit zelf met een medicijn. Overleg eerst met uw arts.</source>
      <translation>Never stop a medicine on your own. Talk to your doctor first.</translation>
    </message>
    <message>
      <source>Stoppen met: {name}</source>
      <translation>Stopping: {name}</translation>
    </message>
    <message>
      <source>Stopt na {day}</source>
      <translation>Stops after {day}</translation>
    </message>
    <message>
      <source>Telefoonnummer (mag leeg)</source>
      <translation>Phone number (may be empty)</translation>
    </message>
    <message>
      <source>Tot en met een dag</source>
      <translation>Up to and including a day</translation>
    </message>
    <message>
      <source>Tot en met welke dag?</source>
      <translation>Up to and including which day?</translation>
    </message>
    <message>
      <source>Tot en met {day}</source>
      <translation>Up to and including {day}</translation>
    </message>
    <message>
      <source>Tot wanneer?</source>
      <translation>Until when?</translation>
    </message>
    <message>
      <source>Tussen 2 tabletten zitten minstens 7 dagen.</source>
      <translation>There are at least 7 days between 2 tablets.</translation>
    </message>
    <message>
      <source>U krijgt dan geen herinneringen.</source>
      <translation>You then get no reminders.</translation>
    </message>
    <message>
      <source>Uw doel</source>
      <translation>Your goal</translation>
    </message>
    <message>
      <source>Vanaf welke dag telt het?</source>
      <translation>From which day does it count?</translation>
    </message>
    <message>
      <source>Vanaf welke dag?</source>
      <translation>From which day?</translation>
    </message>
    <message>
      <source>Vanaf {day}</source>
      <translation>From {day}</translation>
    </message>
    <message>
      <source>Verzet de afspraak</source>
      <translation>Move the appointment</translation>
    </message>
    <message>
      <source>Voeg het nieuwe middel straks toe bij Mijn behandeling.</source>
      <translation>Add the new medicine afterwards under My treatment.</translation>
    </message>
    <message>
      <source>Voeg iets toe</source>
      <translation>Add something</translation>
    </message>
    <message>
      <source>Volgende keer</source>
      <translation>Next time</translation>
    </message>
    <message>
      <source>Volgende keer: {day}</source>
      <translation>Next time: {day}</translation>
    </message>
    <message>
      <source>Vraag uw arts wat er hierna komt. Wacht daar niet mee.</source>
      <translation>Ask your doctor what comes next. Do not wait with that.</translation>
    </message>
    <message>
      <source>Vul de dag in</source>
      <translation>Fill in the day</translation>
    </message>
    <message>
      <source>Waar? (mag leeg)</source>
      <translation>Where? (may be empty)</translation>
    </message>
    <message>
      <source>Waarom? (mag leeg)</source>
      <translation>Why? (may be empty)</translation>
    </message>
    <message>
      <source>Wanneer kreeg u het voor het laatst?</source>
      <translation>When did you last get it?</translation>
    </message>
    <message>
      <source>Wanneer krijgt u een seintje?</source>
      <translation>When do you want a notice?</translation>
    </message>
    <message>
      <source>Wanneer stopt het?</source>
      <translation>When does it stop?</translation>
    </message>
    <message>
      <source>Wanneer was de laatste keer? (mag leeg)</source>
      <translation>When was the last time? (may be empty)</translation>
    </message>
    <message>
      <source>Was gepland op {day}</source>
      <translation>Was planned on {day}</translation>
    </message>
    <message>
      <source>Wat is de laatste dag?</source>
      <translation>What is the last day?</translation>
    </message>
    <message>
      <source>Wat is het voor afspraak?</source>
      <translation>What kind of appointment is it?</translation>
    </message>
    <message>
      <source>Wat u eerder noteerde, blijft bewaard.</source>
      <translation>What you noted before is kept.</translation>
    </message>
    <message>
      <source>Wat voorbij is, verandert niet.</source>
      <translation>What is past does not change.</translation>
    </message>
    <message>
      <source>Wat wilt u toevoegen?</source>
      <translation>What do you want to add?</translation>
    </message>
    <message>
      <source>Weer beginnen</source>
      <translation>Start again</translation>
    </message>
    <message>
      <source>Weet u het niet? Laat dit staan. Vandaag vraagt op tijd of het langer duurt.</source>
      <translation>Not sure? Leave this as it is. Today asks in time whether it takes longer.</translation>
    </message>
    <message>
      <source>Weken</source>
      <translation>Weeks</translation>
    </message>
    <message>
      <source>Wijzig</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Wijzig de gegevens</source>
      <translation>Change the details</translation>
    </message>
    <message>
      <source>Wijzig de pauze</source>
      <translation>Change the pause</translation>
    </message>
    <message>
      <source>Ziekenhuis, route 12</source>
      <translation>Hospital, route 12</translation>
    </message>
    <message>
      <source>Zoals het nu is</source>
      <translation>As it is now</translation>
    </message>
    <message>
      <source>dagen</source>
      <translation>days</translation>
    </message>
    <message>
      <source>keer</source>
      <translation>times</translation>
    </message>
    <message>
      <source>maanden</source>
      <translation>months</translation>
    </message>
    <message>
      <source>weken</source>
      <translation>weeks</translation>
    </message>
    <message>
      <source>{day} om {time}</source>
      <translation>{day} at {time}</translation>
    </message>
    <message>
      <source>{number} dagen ervoor</source>
      <translation>{number} days before</translation>
    </message>
    <message>
      <source>{number} weken ervoor</source>
      <translation>{number} weeks before</translation>
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
    <message>
      <source> en </source>
      <translation> and </translation>
    </message>
    <message numerus="yes">
      <source>%n dagen</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n keer gegeven</source>
      <translation>
        <numerusform>Given %n time</numerusform>
        <numerusform>Given %n times</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n keer genomen</source>
      <translation>
        <numerusform>Taken %n time</numerusform>
        <numerusform>Taken %n times</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n maanden</source>
      <translation>
        <numerusform>%n month</numerusform>
        <numerusform>%n months</numerusform>
      </translation>
    </message>
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
    <message numerus="yes">
      <source>%n weken op rij</source>
      <translation>
        <numerusform>%n week in a row</numerusform>
        <numerusform>%n weeks in a row</numerusform>
      </translation>
    </message>
    <message>
      <source>1 jaar</source>
      <translation>1 year</translation>
    </message>
    <message>
      <source>12 weken</source>
      <translation>12 weeks</translation>
    </message>
    <message>
      <source>4 weken</source>
      <translation>4 weeks</translation>
    </message>
    <message>
      <source>Alles</source>
      <translation>All</translation>
    </message>
    <message>
      <source>Dagen waarop het doel gehaald is</source>
      <translation>Days on which the goal was reached</translation>
    </message>
    <message>
      <source>De computer was uit</source>
      <translation>The computer was off</translation>
    </message>
    <message>
      <source>De volgende is gepland op {day}.</source>
      <translation>The next is planned for {day}.</translation>
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
      <source>Gemiddeld {amount} per dag</source>
      <translation>{amount} a day on average</translation>
    </message>
    <message numerus="yes">
      <source>Gepland is elke %n maanden.</source>
      <translation>
        <numerusform>Planned is every %n month.</numerusform>
        <numerusform>Planned is every %n months.</numerusform>
      </translation>
    </message>
    <message>
      <source>In een pauze</source>
      <translation>In a pause</translation>
    </message>
    <message>
      <source>Mooi volgehouden.</source>
      <translation>Well kept up.</translation>
    </message>
    <message>
      <source>Na uw eerste dag ziet u hier hoe het gaat.</source>
      <translation>After your first day you see here how it goes.</translation>
    </message>
    <message>
      <source>Niet gegeven in deze tijd</source>
      <translation>Not given in this period</translation>
    </message>
    <message>
      <source>Niet genomen of niet genoteerd</source>
      <translation>Not taken or not noted</translation>
    </message>
    <message>
      <source>Nog niets genoteerd</source>
      <translation>Nothing noted yet</translation>
    </message>
    <message>
      <source>Nog open</source>
      <translation>Still open</translation>
    </message>
    <message numerus="yes">
      <source>Op %n dagen uw doel gehaald.</source>
      <translation>
        <numerusform>Goal reached on %n day.</numerusform>
        <numerusform>Goal reached on %n days.</numerusform>
      </translation>
    </message>
    <message>
      <source>Op de eigen dag genomen</source>
      <translation>Taken on its own day</translation>
    </message>
    <message>
      <source>Op een latere dag genomen</source>
      <translation>Taken on a later day</translation>
    </message>
    <message>
      <source>Overgeslagen, zoals u zei</source>
      <translation>Skipped, as you said</translation>
    </message>
    <message>
      <source>Samen in deze tijd</source>
      <translation>Together in this time</translation>
    </message>
    <message>
      <source>Staat nog open</source>
      <translation>Still open</translation>
    </message>
    <message>
      <source>Toon de cijfers</source>
      <translation>Show the numbers</translation>
    </message>
    <message>
      <source>Verberg de cijfers</source>
      <translation>Hide the numbers</translation>
    </message>
    <message>
      <source>Voortgang</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>computer uit</source>
      <translation>computer off</translation>
    </message>
    <message>
      <source>de eerste die wij kennen</source>
      <translation>the first that we know of</translation>
    </message>
    <message>
      <source>doel</source>
      <translation>goal</translation>
    </message>
    <message>
      <source>genomen</source>
      <translation>taken</translation>
    </message>
    <message>
      <source>later genomen</source>
      <translation>taken later</translation>
    </message>
    <message>
      <source>niet genomen</source>
      <translation>not taken</translation>
    </message>
    <message>
      <source>nog open</source>
      <translation>still open</translation>
    </message>
    <message>
      <source>overgeslagen</source>
      <translation>skipped</translation>
    </message>
    <message>
      <source>pauze</source>
      <translation>pause</translation>
    </message>
    <message>
      <source>week van {day}</source>
      <translation>week of {day}</translation>
    </message>
    <message>
      <source>zo nodig, zonder vaste tijden.</source>
      <translation>when needed, at no fixed times.</translation>
    </message>
    <message>
      <source>{amount} vandaag</source>
      <translation>{amount} today</translation>
    </message>
    <message>
      <source>{first} tot en met vandaag</source>
      <translation>From {first} up to today</translation>
    </message>
    <message numerus="yes">
      <source>{taken} van de %n keer genomen.</source>
      <translation>
        <numerusform>Taken {taken} of the %n time.</numerusform>
        <numerusform>Taken {taken} of the %n times.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{taken} van de %n weken genomen.</source>
      <translation>
        <numerusform>Taken in {taken} of the %n week.</numerusform>
        <numerusform>Taken in {taken} of the %n weeks.</numerusform>
      </translation>
    </message>
    <message>
      <source>{taken} van {planned}</source>
      <translation>{taken} of {planned}</translation>
    </message>
  </context>
  <context>
    <name>ReadAloud</name>
    <message>
      <source>Ga verder</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>Geen stem</source>
      <translation>No voice</translation>
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
    <name>Rhythm</name>
    <message>
      <source>Elke dag</source>
      <translation>Every day</translation>
    </message>
    <message>
      <source>Elke {days}</source>
      <translation>Every {days}</translation>
    </message>
    <message>
      <source>{days} om {times}</source>
      <translation>{days} at {times}</translation>
    </message>
    <message>
      <source>{some} en {last}</source>
      <translation>{some} and {last}</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>**Aantal antwoorden:** {count}.</source>
      <translation>**Number of answers:** {count}.</translation>
    </message>
    <message>
      <source>**Behandelingen:** {plans}.</source>
      <translation>**Treatments:** {plans}.</translation>
    </message>
    <message>
      <source>**Laatste antwoord:** {when}. {what}.</source>
      <translation>**Last answer:** {when}. {what}.</translation>
    </message>
    <message>
      <source>**Laatste inname:** {when}. {what}.</source>
      <translation>**Last dose taken:** {when}. {what}.</translation>
    </message>
    <message>
      <source>**Tekst van uw kliniek:** staat er niet in, want hij was beschadigd.</source>
      <translation>**Text of your clinic:** not in it, because it was damaged.</translation>
    </message>
    <message>
      <source>**Tekst van uw kliniek:** staat er niet in, want hij was te groot.</source>
      <translation>**Text of your clinic:** not in it, because it was too large.</translation>
    </message>
    <message>
      <source>**Tekst van uw kliniek:** staat erin.</source>
      <translation>**Text of your clinic:** in it.</translation>
    </message>
    <message>
      <source>Aan</source>
      <translation>On</translation>
    </message>
    <message>
      <source>Alle instellingen</source>
      <translation>All settings</translation>
    </message>
    <message>
      <source>Alles blijft op deze computer, in deze map:</source>
      <translation>Everything stays on this computer, in this folder:</translation>
    </message>
    <message>
      <source>Als de computer zoekraakt</source>
      <translation>If the computer gets lost</translation>
    </message>
    <message>
      <source>Antwoorden van daarna staan er dan niet meer in. Wat er nu staat, wordt apart bewaard.</source>
      <translation>Answers from after it are then no longer there. What is there now is kept apart.</translation>
    </message>
    <message>
      <source>Apple: zoek in de instellingen naar FileVault.</source>
      <translation>Apple: look for FileVault in the settings.</translation>
    </message>
    <message>
      <source>Avond</source>
      <translation>Evening</translation>
    </message>
    <message>
      <source>Begin met de vragen</source>
      <translation>Start the questions</translation>
    </message>
    <message>
      <source>Bekijk</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>Bekijk de demo</source>
      <translation>See the demo</translation>
    </message>
    <message>
      <source>Bekijk de kopie van {when}</source>
      <translation>Look at the copy of {when}</translation>
    </message>
    <message>
      <source>Bellen en halen</source>
      <translation>Calls and errands</translation>
    </message>
    <message>
      <source>Bewaar de agenda voor de telefoon</source>
      <translation>Save the calendar for the phone</translation>
    </message>
    <message>
      <source>Bewaar een kopie</source>
      <translation>Save a copy</translation>
    </message>
    <message>
      <source>Bewaar uw agenda als bestand. Stuur dat naar uzelf, en open het op de telefoon. Het bestand verandert niet mee: maak na een wijziging een nieuw bestand.</source>
      <translation>Save your calendar as a file. Send it to yourself, and open it on the phone. The file does not change by itself: make a new file after a change.</translation>
    </message>
    <message>
      <source>Bewaard.</source>
      <translation>Saved.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld een afspraak maken.</source>
      <translation>For example, to make an appointment.</translation>
    </message>
    <message>
      <source>Computer gedeeld of kwijt</source>
      <translation>Shared or lost computer</translation>
    </message>
    <message>
      <source>Daarna die dag geen weektablet.</source>
      <translation>No weekly tablet after it that day.</translation>
    </message>
    <message>
      <source>Dan hoort u wat er morgen is.</source>
      <translation>Then you hear what there is tomorrow.</translation>
    </message>
    <message>
      <source>Dan is het stil, behalve voor wat u zelf op die tijd zette.</source>
      <translation>It is quiet then, except for what you set at that time yourself.</translation>
    </message>
    <message>
      <source>Dan komt ook de weektablet.</source>
      <translation>The weekly tablet comes then too.</translation>
    </message>
    <message>
      <source>Dat bestand kon daar niet worden gemaakt. Kies een andere plaats.</source>
      <translation>That file could not be made there. Choose another place.</translation>
    </message>
    <message>
      <source>De agenda staat in {file}.</source>
      <translation>The calendar is in {file}.</translation>
    </message>
    <message>
      <source>De bel begint zacht en wordt langzaam luider. Uw antwoord maakt het stil.</source>
      <translation>The bell begins softly and slowly gets louder. Your answer makes it quiet.</translation>
    </message>
    <message>
      <source>De bel, voorlezen, en hoe vaak opnieuw.</source>
      <translation>The bell, reading aloud, and how often again.</translation>
    </message>
    <message>
      <source>De kopie is onderweg.</source>
      <translation>The copy is on its way.</translation>
    </message>
    <message>
      <source>De kopie is teruggezet.</source>
      <translation>The copy was put back.</translation>
    </message>
    <message>
      <source>De kopie staat in {file}.</source>
      <translation>The copy is in {file}.</translation>
    </message>
    <message>
      <source>De kopie wordt nagekeken.</source>
      <translation>The copy is being checked.</translation>
    </message>
    <message>
      <source>De laatste kopie staat er. Nagekeken: {when}.</source>
      <translation>The latest copy is there. Checked: {when}.</translation>
    </message>
    <message>
      <source>De laatste meldingen</source>
      <translation>The last notifications</translation>
    </message>
    <message>
      <source>De map kan hier niet worden getoond.</source>
      <translation>The folder cannot be shown here.</translation>
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
      <source>De vragen van het begin</source>
      <translation>The first questions</translation>
    </message>
    <message>
      <source>Deze computer</source>
      <translation>This computer</translation>
    </message>
    <message>
      <source>Deze computer laat zich niet wakker houden.</source>
      <translation>This computer cannot be kept awake.</translation>
    </message>
    <message>
      <source>Deze kopie</source>
      <translation>This copy</translation>
    </message>
    <message>
      <source>Die plaats antwoordt niet. Er is niets veranderd.</source>
      <translation>That place does not answer. Nothing was changed.</translation>
    </message>
    <message>
      <source>Dit kon niet worden bewaard. Probeer het later nog eens.</source>
      <translation>This could not be saved. Try again later.</translation>
    </message>
    <message>
      <source>Dit programma kan een computer niet wekken. Een telefoon staat meestal aan.</source>
      <translation>This program cannot wake a computer. A phone is usually on.</translation>
    </message>
    <message>
      <source>Dit programma versleutelt zelf niets. De computer kan dat beter.</source>
      <translation>This program itself encrypts nothing. The computer can do that better.</translation>
    </message>
    <message>
      <source>Donker</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Een hele herinnering</source>
      <translation>A whole reminder</translation>
    </message>
    <message>
      <source>Een pincode voor wie helpt.</source>
      <translation>A PIN for whoever helps.</translation>
    </message>
    <message>
      <source>Een rustige bel</source>
      <translation>A gentle bell</translation>
    </message>
    <message>
      <source>Einde van de ochtend</source>
      <translation>End of the morning</translation>
    </message>
    <message>
      <source>Elk uur</source>
      <translation>Every hour</translation>
    </message>
    <message>
      <source>Elke 10 minuten, na een uur elk uur</source>
      <translation>Every 10 minutes, after an hour every hour</translation>
    </message>
    <message>
      <source>Er is geen luidspreker gevonden.</source>
      <translation>No loudspeaker was found.</translation>
    </message>
    <message>
      <source>Er is nog geen kopie.</source>
      <translation>There is no copy yet.</translation>
    </message>
    <message>
      <source>Er is nog geen melding geweest.</source>
      <translation>There has been no notification yet.</translation>
    </message>
    <message>
      <source>Er is nog geen tweede map gekozen.</source>
      <translation>No second folder has been chosen yet.</translation>
    </message>
    <message>
      <source>Er staan geen antwoorden in.</source>
      <translation>It holds no answers.</translation>
    </message>
    <message>
      <source>Er staat nog een antwoord niet op de schijf. Wacht tot dat er is.</source>
      <translation>One answer is not on the disk yet. Wait until it is.</translation>
    </message>
    <message>
      <source>Er staat nog niets in de agenda om te laten zien.</source>
      <translation>There is nothing in the calendar yet to show.</translation>
    </message>
    <message>
      <source>Geef uw account een wachtwoord.</source>
      <translation>Give your account a password.</translation>
    </message>
    <message>
      <source>Gegevens en kopieën</source>
      <translation>Data and copies</translation>
    </message>
    <message>
      <source>Geluid en herhalen</source>
      <translation>Sound and repeats</translation>
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
      <source>Grootte, kleuren, Nederlands of English.</source>
      <translation>Size, colours, Nederlands or English.</translation>
    </message>
    <message>
      <source>Herinnering voorlezen</source>
      <translation>Read the reminder aloud</translation>
    </message>
    <message>
      <source>Herinneringen komen alleen bij wie is aangemeld.</source>
      <translation>Reminders come only to whoever is signed in.</translation>
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
      <source>Het programma maakt ze zelf, en bewaart er van uren, dagen, weken en maanden.</source>
      <translation>The program makes them itself, and keeps some of hours, days, weeks and months.</translation>
    </message>
    <message>
      <source>Hieraan houden de herinneringen zich. U kunt typen of op + en − drukken.</source>
      <translation>The reminders keep to these. You can type, or press + and −.</translation>
    </message>
    <message>
      <source>Hoe het werkt, en wat dit programma is.</source>
      <translation>How it works, and what this program is.</translation>
    </message>
    <message>
      <source>Hoe luid</source>
      <translation>How loud</translation>
    </message>
    <message>
      <source>Hoe vaak opnieuw?</source>
      <translation>How often again?</translation>
    </message>
    <message>
      <source>Hoe werkt het?</source>
      <translation>How does it work?</translation>
    </message>
    <message>
      <source>Hoog contrast</source>
      <translation>High contrast</translation>
    </message>
    <message>
      <source>Ieder heeft een eigen account op de computer. Zo blijven de gegevens apart.</source>
      <translation>Each has an account of their own on the computer. So the data stay apart.</translation>
    </message>
    <message>
      <source>In een kopie staan uw behandelingen, antwoorden en instellingen. Ook de tekst van uw kliniek, een half ingevulde vragenlijst en de vinkjes van uw ronde door het huis. Een heel lange tekst staat alleen in een kopie die u zelf bewaart. Een lopende stopwatch staat er niet in. Wat er niet in staat, blijft bij terugzetten zoals het is.</source>
      <translation>A copy holds your treatments, answers and settings. Also the text of your clinic, questions half answered and the ticks of your walk through the house. A very long text is only in a copy that you save yourself. A stopwatch that runs is not in it. What is not in a copy stays as it is when you put one back.</translation>
    </message>
    <message>
      <source>In het programma ging iets mis. De herinneringen gaan door.</source>
      <translation>Something went wrong in the program. The reminders go on.</translation>
    </message>
    <message>
      <source>Kies een andere map</source>
      <translation>Choose another folder</translation>
    </message>
    <message>
      <source>Kies een map</source>
      <translation>Choose a folder</translation>
    </message>
    <message>
      <source>Kleuren</source>
      <translation>Colours</translation>
    </message>
    <message>
      <source>Kopie van {when}</source>
      <translation>Copy of {when}</translation>
    </message>
    <message>
      <source>Kopieën</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Laat een herinnering zien</source>
      <translation>Show a reminder</translation>
    </message>
    <message>
      <source>Lees de uitleg</source>
      <translation>Read the guide</translation>
    </message>
    <message>
      <source>Letters en taal</source>
      <translation>Letters and language</translation>
    </message>
    <message>
      <source>Licht</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Linux: kies versleutelen als het systeem wordt geïnstalleerd.</source>
      <translation>Linux: choose encryption when the system is installed.</translation>
    </message>
    <message>
      <source>Loop ze nog eens langs. Wat er al staat, blijft staan.</source>
      <translation>Go through them once more. What is there stays.</translation>
    </message>
    <message>
      <source>Luid</source>
      <translation>Loud</translation>
    </message>
    <message>
      <source>Medicijnen bekijken, veranderen of stoppen.</source>
      <translation>See, change or stop medicines.</translation>
    </message>
    <message>
      <source>Meld u met dat account aan, en open daar dit programma.</source>
      <translation>Sign in with that account, and open this program there.</translation>
    </message>
    <message>
      <source>Met zijn tweeën op 1 computer</source>
      <translation>Two people on 1 computer</translation>
    </message>
    <message>
      <source>Met zijn tweeën op 1 computer, en als hij zoekraakt.</source>
      <translation>Two people on 1 computer, and if it gets lost.</translation>
    </message>
    <message>
      <source>Middel</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>Na 30 en 60 minuten, daarna elk uur</source>
      <translation>After 30 and 60 minutes, then every hour</translation>
    </message>
    <message>
      <source>Na de bel zegt de computer wat er te doen is. Iedereen in de kamer hoort dat.</source>
      <translation>After the bell the computer says what there is to do. Everyone in the room hears it.</translation>
    </message>
    <message>
      <source>Nu: {count} keer om de {first} minuten, daarna om de {then} minuten.</source>
      <translation>Now: {count} times every {first} minutes, then every {then} minutes.</translation>
    </message>
    <message>
      <source>Onderdelen</source>
      <translation>Sections</translation>
    </message>
    <message>
      <source>Ook een kopie ergens anders</source>
      <translation>A copy somewhere else too</translation>
    </message>
    <message>
      <source>Ook op uw telefoon</source>
      <translation>On your phone too</translation>
    </message>
    <message>
      <source>Op een stick, of in een map op internet. Wie die map ziet, kan alles lezen.</source>
      <translation>On a stick, or in a folder on the internet. Whoever sees that folder can read everything.</translation>
    </message>
    <message>
      <source>Open de instellingen van de computer zelf.</source>
      <translation>Open the settings of the computer itself.</translation>
    </message>
    <message>
      <source>Open de map</source>
      <translation>Open the folder</translation>
    </message>
    <message>
      <source>Opstaan</source>
      <translation>Getting up</translation>
    </message>
    <message>
      <source>Opstaan, avond en stille uren.</source>
      <translation>Getting up, evening and quiet hours.</translation>
    </message>
    <message>
      <source>Over dit programma</source>
      <translation>About this program</translation>
    </message>
    <message>
      <source>Papier en bestanden</source>
      <translation>Paper and files</translation>
    </message>
    <message>
      <source>Pincode</source>
      <translation>PIN</translation>
    </message>
    <message>
      <source>Prik, infuus, tandarts en andere afspraken.</source>
      <translation>Injection, infusion, dentist and other appointments.</translation>
    </message>
    <message>
      <source>Probeer of een herinnering aankomt.</source>
      <translation>Try whether a reminder arrives.</translation>
    </message>
    <message>
      <source>Schrijf de herstelsleutel op papier, en leg dat thuis op een vaste plaats.</source>
      <translation>Write the recovery key on paper, and keep it in a fixed place at home.</translation>
    </message>
    <message>
      <source>Stille uren</source>
      <translation>Quiet hours</translation>
    </message>
    <message>
      <source>Stop hiermee</source>
      <translation>Stop this</translation>
    </message>
    <message>
      <source>Terug</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Tijden van de dag</source>
      <translation>Times of the day</translation>
    </message>
    <message>
      <source>Toch niet</source>
      <translation>Not after all</translation>
    </message>
    <message>
      <source>Toon alle kopieën</source>
      <translation>Show all copies</translation>
    </message>
    <message>
      <source>Tot</source>
      <translation>Until</translation>
    </message>
    <message>
      <source>U ziet hoe het venster er op zijn tijd uitziet. Er wordt niets genoteerd.</source>
      <translation>You see how the window looks at its time. Nothing is noted.</translation>
    </message>
    <message>
      <source>Uit</source>
      <translation>Off</translation>
    </message>
    <message>
      <source>Uitleg en versie</source>
      <translation>Guide and version</translation>
    </message>
    <message>
      <source>Uitleg met plaatjes, ook voor familie.</source>
      <translation>A guide with pictures, for family too.</translation>
    </message>
    <message>
      <source>Van</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Vanzelf starten, en de agenda op uw telefoon.</source>
      <translation>Starting by itself, and the calendar on your phone.</translation>
    </message>
    <message>
      <source>Versie en licenties</source>
      <translation>Version and licences</translation>
    </message>
    <message>
      <source>Voor de koelkast, de dokter en de telefoon.</source>
      <translation>For the fridge, the doctor and the telephone.</translation>
    </message>
    <message>
      <source>Waar alles staat, en een kopie terugzetten.</source>
      <translation>Where everything is, and putting a copy back.</translation>
    </message>
    <message>
      <source>Waar komen de kopieën?</source>
      <translation>Where do the copies go?</translation>
    </message>
    <message>
      <source>Waar komt de agenda?</source>
      <translation>Where does the calendar go?</translation>
    </message>
    <message>
      <source>Waar komt de kopie?</source>
      <translation>Where does the copy go?</translation>
    </message>
    <message>
      <source>Waar uw gegevens staan</source>
      <translation>Where your data are</translation>
    </message>
    <message>
      <source>Wat er eerst stond, is bewaard in {folder}.</source>
      <translation>What was there before is kept in {folder}.</translation>
    </message>
    <message>
      <source>Wat werkt hier?</source>
      <translation>What works here?</translation>
    </message>
    <message>
      <source>Welke kopie?</source>
      <translation>Which copy?</translation>
    </message>
    <message>
      <source>Windows: zoek in de instellingen naar Apparaatversleuteling.</source>
      <translation>Windows: look for Device encryption in the settings.</translation>
    </message>
    <message>
      <source>Zacht</source>
      <translation>Soft</translation>
    </message>
    <message>
      <source>Zet deze kopie terug</source>
      <translation>Put this copy back</translation>
    </message>
    <message>
      <source>Zet een bestand terug</source>
      <translation>Put a file back</translation>
    </message>
    <message>
      <source>Zo vaak komt een herinnering terug als u nog geen antwoord gaf.</source>
      <translation>This is how often a reminder comes back without an answer.</translation>
    </message>
    <message>
      <source>Zoals de computer</source>
      <translation>Like the computer</translation>
    </message>
    <message>
      <source>Zoek naar Gebruikers of Accounts, en maak er een account bij.</source>
      <translation>Look for Users or Accounts, and add an account.</translation>
    </message>
    <message>
      <source>geen</source>
      <translation>none</translation>
    </message>
    <message>
      <source>getoond</source>
      <translation>shown</translation>
    </message>
    <message>
      <source>gisteren, {time}</source>
      <translation>yesterday, {time}</translation>
    </message>
    <message>
      <source>herinneringen</source>
      <translation>reminders</translation>
    </message>
    <message>
      <source>niet gelukt</source>
      <translation>failed</translation>
    </message>
    <message>
      <source>vandaag, {time}</source>
      <translation>today, {time}</translation>
    </message>
    <message>
      <source>verstuurd, niet zeker of het te zien was</source>
      <translation>sent, not sure whether it was seen</translation>
    </message>
    <message>
      <source>{when}: {what}</source>
      <translation>{when}: {what}</translation>
    </message>
  </context>
  <context>
    <name>Setup</name>
    <message numerus="yes">
      <source>%n gekozen</source>
      <translation>
        <numerusform>%n chosen</numerusform>
        <numerusform>%n chosen</numerusform>
      </translation>
    </message>
    <message>
      <source>**Proef:** er wordt niets genoteerd.</source>
      <translation>**Trial:** nothing is noted.</translation>
    </message>
    <message>
      <source>1 keer per jaar erbij stilstaan.</source>
      <translation>A moment's thought once a year.</translation>
    </message>
    <message>
      <source>1 keer per jaar uw huis nalopen.</source>
      <translation>A walk through your home once a year.</translation>
    </message>
    <message>
      <source>2 keer per jaar een seintje.</source>
      <translation>A reminder twice a year.</translation>
    </message>
    <message>
      <source>Alles staat klaar</source>
      <translation>Everything is ready</translation>
    </message>
    <message>
      <source>Alles wat u verder inneemt.</source>
      <translation>Everything else that you take.</translation>
    </message>
    <message>
      <source>Ander medicijn</source>
      <translation>Other medicine</translation>
    </message>
    <message>
      <source>Andere medicijnen</source>
      <translation>Other medicines</translation>
    </message>
    <message>
      <source>Anders, of ik weet het niet</source>
      <translation>Otherwise, or I do not know</translation>
    </message>
    <message>
      <source>Avond, voor een seintje over morgen</source>
      <translation>Evening, about tomorrow</translation>
    </message>
    <message>
      <source>Behandeling</source>
      <translation>Treatment</translation>
    </message>
    <message>
      <source>Bel eerst {whom}. Er is niets veranderd.</source>
      <translation>First call {whom}. Nothing has changed.</translation>
    </message>
    <message>
      <source>Bewaar en begin</source>
      <translation>Save and begin</translation>
    </message>
    <message>
      <source>Bij de maaltijd, zoals op uw etiket staat.</source>
      <translation>With a meal, as your label says.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld Aclasta. 1 keer per jaar.</source>
      <translation>For example Aclasta. Once a year.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld Actonel. 1 keer per week.</source>
      <translation>For example Actonel. Once a week.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld Binosto. 1 keer per week.</source>
      <translation>For example Binosto. Once a week.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld Calci Chew. Bij het eten.</source>
      <translation>For example Calci Chew. With food.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld D-Cura. Elke 1, 2 of 4 weken.</source>
      <translation>For example D-Cura. Every 1, 2 or 4 weeks.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld Divisun. Elke dag.</source>
      <translation>For example Divisun. Every day.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld Fosamax. 1 keer per week.</source>
      <translation>For example Fosamax. Once a week.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld Prolia. Elk half jaar.</source>
      <translation>For example Prolia. Every half year.</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: 1 tablet</source>
      <translation>For example: 1 tablet</translation>
    </message>
    <message>
      <source>Bijvoorbeeld: mevrouw De Vries</source>
      <translation>For example: Mrs De Vries</translation>
    </message>
    <message>
      <source>Controle</source>
      <translation>Check</translation>
    </message>
    <message>
      <source>Daarna</source>
      <translation>After that</translation>
    </message>
    <message>
      <source>Daarna blijft u een half uur rechtop. Het programma telt met u mee.</source>
      <translation>Then you stay upright for half an hour. The program counts with you.</translation>
    </message>
    <message>
      <source>Dan komen de herinneringen ook als niemand het programma opent.</source>
      <translation>Then the reminders also come if nobody opens the program.</translation>
    </message>
    <message>
      <source>Dan vraagt het programma u om de dag na te vragen. Tot dan is er geen datum.</source>
      <translation>The program then asks you to find out the day. Until then there is no date.</translation>
    </message>
    <message>
      <source>De avond ervoor, om {time}, krijgt u alvast een seintje.</source>
      <translation>The evening before, at {time}, we remind you for the first time.</translation>
    </message>
    <message>
      <source>De avond moet later zijn dan opstaan om {wake}.</source>
      <translation>The evening must be later than getting up at {wake}.</translation>
    </message>
    <message>
      <source>De botmeting in het ziekenhuis.</source>
      <translation>The bone scan at the hospital.</translation>
    </message>
    <message>
      <source>De eerste herinnering komt meteen. **{title}.**</source>
      <translation>The first reminder comes at once. **{title}.**</translation>
    </message>
    <message>
      <source>De eerste herinnering komt {day} om {time}. **{title}.**</source>
      <translation>The first reminder comes on {day} at {time}. **{title}.**</translation>
    </message>
    <message>
      <source>De eerste keer komt nog</source>
      <translation>The first one is still to come</translation>
    </message>
    <message>
      <source>De komende 4 weken</source>
      <translation>The coming 4 weeks</translation>
    </message>
    <message>
      <source>De laatste dag ligt voor de eerste. Kijk de datums na.</source>
      <translation>The last day is before the first. Check the dates.</translation>
    </message>
    <message>
      <source>De tablet moet vroeger zijn dan {ends}.</source>
      <translation>The tablet must be earlier than {ends}.</translation>
    </message>
    <message>
      <source>De volgende keer telt vanaf die dag.</source>
      <translation>The next time counts from that day.</translation>
    </message>
    <message>
      <source>De weektablet neemt u alleen met water. Vraag uw apotheker.</source>
      <translation>You take the weekly tablet with water only. Ask your pharmacist.</translation>
    </message>
    <message>
      <source>Deze dag bestaat niet. Kijk de datum na.</source>
      <translation>This day does not exist. Please check the date.</translation>
    </message>
    <message>
      <source>Deze dag is al voorbij. Kies een dag die nog komt.</source>
      <translation>This day has passed. Choose a day that is still to come.</translation>
    </message>
    <message>
      <source>Deze dag moet nog komen. Kijk de datum na.</source>
      <translation>This day is still to come. Please check the date.</translation>
    </message>
    <message>
      <source>Deze nummers staan straks op elk scherm. Leeg laten mag.</source>
      <translation>These numbers will be on every screen. You may leave them empty.</translation>
    </message>
    <message>
      <source>Deze tijd staat er 2 keer.</source>
      <translation>This time is there twice.</translation>
    </message>
    <message>
      <source>Deze tijden gebruikt het programma voor elke dag.</source>
      <translation>The program uses these times for every day.</translation>
    </message>
    <message>
      <source>Dit is geen telefoonnummer. Typ alleen cijfers, bijvoorbeeld 010-1234567.</source>
      <translation>This is not a telephone number. Type digits only, for example 010-1234567.</translation>
    </message>
    <message>
      <source>Dit is te lang. Gebruik hoogstens {most} tekens.</source>
      <translation>This is too long. Use {most} characters at most.</translation>
    </message>
    <message>
      <source>Dit jaar kan niet kloppen. Kijk de datum na.</source>
      <translation>This year cannot be right. Please check the date.</translation>
    </message>
    <message>
      <source>Dit kan zo niet. Kijk het nog eens na.</source>
      <translation>This is not possible. Please look at it again.</translation>
    </message>
    <message>
      <source>Dit medicijn slaan wij nu over. Vraag uw apotheker. U voegt het later toe.</source>
      <translation>We leave this medicine out for now. Ask your pharmacist. You can add it later.</translation>
    </message>
    <message>
      <source>Dit moet nog worden ingevuld.</source>
      <translation>This is still to be filled in.</translation>
    </message>
    <message>
      <source>Dit zijn doelen voor elke dag. U mag ze aanpassen.</source>
      <translation>These are goals for every day. You may change them.</translation>
    </message>
    <message>
      <source>Dit zijn te veel tijden. Het mogen er hoogstens {most} zijn.</source>
      <translation>These are too many times. There may be {most} at most.</translation>
    </message>
    <message>
      <source>Een doel per dag, in minuten.</source>
      <translation>A goal for each day, in minutes.</translation>
    </message>
    <message>
      <source>Een latere dag volgt uit de dag ervoor. Die kan dus nog veranderen.</source>
      <translation>A later day follows from the one before. So it may still change.</translation>
    </message>
    <message>
      <source>Eerst een voorbeeld zien</source>
      <translation>See an example first</translation>
    </message>
    <message>
      <source>Eerste keer</source>
      <translation>First time</translation>
    </message>
    <message>
      <source>Elke 2 weken</source>
      <translation>Every 2 weeks</translation>
    </message>
    <message>
      <source>Elke 4 weken</source>
      <translation>Every 4 weeks</translation>
    </message>
    <message>
      <source>Elke dag</source>
      <translation>Every day</translation>
    </message>
    <message>
      <source>Elke dag op dezelfde tijd.</source>
      <translation>Every day at the same time.</translation>
    </message>
    <message>
      <source>Elke week</source>
      <translation>Every week</translation>
    </message>
    <message>
      <source>Er is nog niets gekozen. U kunt altijd teruggaan.</source>
      <translation>Nothing is chosen yet. You can always go back.</translation>
    </message>
    <message>
      <source>Er is nu niets genoteerd.</source>
      <translation>Nothing has been noted now.</translation>
    </message>
    <message>
      <source>Haal deze tijd weg</source>
      <translation>Take this time away</translation>
    </message>
    <message>
      <source>Haal dit medicijn weg</source>
      <translation>Remove this medicine</translation>
    </message>
    <message>
      <source>Herinneringen komen vanzelf in beeld. Laat het programma daarom openstaan.</source>
      <translation>Reminders appear by themselves. So leave the program open.</translation>
    </message>
    <message>
      <source>Het is steeds dezelfde dag.</source>
      <translation>It is always the same day.</translation>
    </message>
    <message>
      <source>Het kan later nog bij Instellingen.</source>
      <translation>You can still do it later under Settings.</translation>
    </message>
    <message>
      <source>Het komende jaar</source>
      <translation>The coming year</translation>
    </message>
    <message>
      <source>Het komt dan gewoon op zijn eigen tijd.</source>
      <translation>It then comes at its own time.</translation>
    </message>
    <message>
      <source>Het wacht dan tot het half uur voorbij is.</source>
      <translation>It then waits until the half hour is over.</translation>
    </message>
    <message>
      <source>Hier staat een teken in dat niet te zien is. Typ de tekst opnieuw.</source>
      <translation>There is a character in it that cannot be seen. Type the text again.</translation>
    </message>
    <message>
      <source>Hoe heet degene die de medicijnen gebruikt?</source>
      <translation>What is the name of the person who takes the medicines?</translation>
    </message>
    <message>
      <source>Hoe heet u?</source>
      <translation>What is your name?</translation>
    </message>
    <message>
      <source>Hoe laat neemt u {the}?</source>
      <translation>At what time do you take {the}?</translation>
    </message>
    <message>
      <source>Hoe laat?</source>
      <translation>At what time?</translation>
    </message>
    <message>
      <source>Hoe neemt u het in?</source>
      <translation>How do you take it?</translation>
    </message>
    <message>
      <source>Hoe neemt u het in? (mag leeg)</source>
      <translation>How do you take it? (may be empty)</translation>
    </message>
    <message>
      <source>Hoe vaak neemt u het drankje?</source>
      <translation>How often do you take the drink?</translation>
    </message>
    <message>
      <source>Hoe ziet de dag eruit?</source>
      <translation>What does the day look like?</translation>
    </message>
    <message>
      <source>Ik begin nu pas</source>
      <translation>I am just starting</translation>
    </message>
    <message>
      <source>Ik weet de dag</source>
      <translation>I know the day</translation>
    </message>
    <message>
      <source>Ik weet de maand</source>
      <translation>I know the month</translation>
    </message>
    <message>
      <source>Ik weet het niet</source>
      <translation>I do not know</translation>
    </message>
    <message>
      <source>In een paar minuten staat alles klaar. Terug kan altijd.</source>
      <translation>Everything is ready in a few minutes. You can always go back.</translation>
    </message>
    <message>
      <source>Ja</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>Ja, dat zei de apotheker</source>
      <translation>Yes, the pharmacist said so</translation>
    </message>
    <message>
      <source>Ja, start het vanzelf</source>
      <translation>Yes, start it by itself</translation>
    </message>
    <message>
      <source>Kies alleen wat uw arts met u heeft afgesproken.</source>
      <translation>Choose only what your doctor agreed with you.</translation>
    </message>
    <message>
      <source>Kies alles wat uw arts met u heeft afgesproken.</source>
      <translation>Choose all that you agreed on with your doctor.</translation>
    </message>
    <message>
      <source>Kies een dag.</source>
      <translation>Choose a day.</translation>
    </message>
    <message>
      <source>Kies een getal van {least} tot en met {most}.</source>
      <translation>Choose a number from {least} to {most}.</translation>
    </message>
    <message>
      <source>Kies eerst een antwoord.</source>
      <translation>Choose an answer first.</translation>
    </message>
    <message>
      <source>Kies ten minste 1 dag.</source>
      <translation>Choose at least 1 day.</translation>
    </message>
    <message>
      <source>Kies wat u wilt. Niets kiezen mag ook.</source>
      <translation>Choose what you like. You may also choose nothing.</translation>
    </message>
    <message>
      <source>Klaar</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Klopt dit zo?</source>
      <translation>Is this right?</translation>
    </message>
    <message>
      <source>Klopt er iets niet? Ga terug en pas het aan.</source>
      <translation>Is something not right? Go back and change it.</translation>
    </message>
    <message>
      <source>Laat zien hoe het eruitziet</source>
      <translation>Show me how it looks</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>Leg klaar: de doosjes van de medicijnen en de telefoonnummers.</source>
      <translation>Have the medicine boxes and the telephone numbers at hand.</translation>
    </message>
    <message>
      <source>Mag dit na de weektablet komen?</source>
      <translation>May this come after the weekly tablet?</translation>
    </message>
    <message>
      <source>Mag het programma met de computer starten?</source>
      <translation>May the program start with the computer?</translation>
    </message>
    <message>
      <source>Melk, yoghurt, kaas: een doel per dag.</source>
      <translation>Milk, yoghurt, cheese: a goal for each day.</translation>
    </message>
    <message>
      <source>Meteen na het opstaan, voor het ontbijt. Wanneer staat u die dag op?</source>
      <translation>Right after getting up, before breakfast. When do you get up that day?</translation>
    </message>
    <message>
      <source>Na een paar jaar bespreekt u de behandeling met uw arts.</source>
      <translation>After some years you discuss the treatment with your doctor.</translation>
    </message>
    <message>
      <source>Naam</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Naam van het medicijn</source>
      <translation>Name of the medicine</translation>
    </message>
    <message>
      <source>Naar verwachting</source>
      <translation>Expected</translation>
    </message>
    <message>
      <source>Nee</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Nee, of ik weet het niet</source>
      <translation>No, or I do not know</translation>
    </message>
    <message>
      <source>Nee, wij openen het zelf</source>
      <translation>No, we open it ourselves</translation>
    </message>
    <message>
      <source>Neem het over van het etiket.</source>
      <translation>Copy it from the label.</translation>
    </message>
    <message>
      <source>Nog een medicijn</source>
      <translation>One more medicine</translation>
    </message>
    <message>
      <source>Nog een tijd</source>
      <translation>One more time</translation>
    </message>
    <message>
      <source>Nog niet ingesteld: {names}. Voeg dit later toe.</source>
      <translation>Not set up yet: {names}. Please add this later.</translation>
    </message>
    <message>
      <source>Nog niet, of ik weet het niet</source>
      <translation>Not yet, or I do not know</translation>
    </message>
    <message>
      <source>Nu meteen (was {day})</source>
      <translation>Now (was {day})</translation>
    </message>
    <message>
      <source>Nu meteen:</source>
      <translation>Now:</translation>
    </message>
    <message>
      <source>Om te drinken. 1 keer per week.</source>
      <translation>To drink. Once a week.</translation>
    </message>
    <message>
      <source>Op het etiket staat hoe vaak.</source>
      <translation>The label says how often.</translation>
    </message>
    <message>
      <source>Op vaste dagen</source>
      <translation>On fixed days</translation>
    </message>
    <message>
      <source>Op vaste dagen van de week</source>
      <translation>On fixed days of the week</translation>
    </message>
    <message>
      <source>Op welke dag neemt u {the}?</source>
      <translation>On which day do you take {the}?</translation>
    </message>
    <message>
      <source>Op welke dagen neemt u dit?</source>
      <translation>On which days do you take this?</translation>
    </message>
    <message>
      <source>Opstaan</source>
      <translation>Getting up</translation>
    </message>
    <message>
      <source>Opstaan moet vroeger zijn dan {ends}.</source>
      <translation>Getting up must be earlier than {ends}.</translation>
    </message>
    <message>
      <source>Proef</source>
      <translation>Trial</translation>
    </message>
    <message>
      <source>Sinds wanneer gebruikt u {the}?</source>
      <translation>Since when have you used {the}?</translation>
    </message>
    <message>
      <source>Sinds wanneer krijgt u {the}?</source>
      <translation>Since when have you been getting {the}?</translation>
    </message>
    <message>
      <source>Sluit de proef</source>
      <translation>Close the trial</translation>
    </message>
    <message>
      <source>Staat al klaar.</source>
      <translation>Is set up already.</translation>
    </message>
    <message>
      <source>Stil tot</source>
      <translation>Quiet until</translation>
    </message>
    <message>
      <source>Stil vanaf</source>
      <translation>Quiet from</translation>
    </message>
    <message>
      <source>U kunt later behandelingen toevoegen.</source>
      <translation>You can add treatments later.</translation>
    </message>
    <message>
      <source>Vanaf welke maand? Ongeveer is goed genoeg.</source>
      <translation>From which month on? A rough idea will do.</translation>
    </message>
    <message>
      <source>Vanzelf starten lukt op deze computer niet. Open het programma zelf.</source>
      <translation>This computer does not let it start by itself. Open the program yourself.</translation>
    </message>
    <message>
      <source>Verder</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Volgende keer</source>
      <translation>Next time</translation>
    </message>
    <message>
      <source>Voor iemand anders</source>
      <translation>For someone else</translation>
    </message>
    <message>
      <source>Voor mezelf</source>
      <translation>For myself</translation>
    </message>
    <message>
      <source>Voor wie zijn de herinneringen?</source>
      <translation>Who are the reminders for?</translation>
    </message>
    <message>
      <source>Vraag het {whom}. Dit slaan wij nu over. U voegt het later toe.</source>
      <translation>Ask {whom}. We leave this out for now. You can add it later.</translation>
    </message>
    <message>
      <source>Vragen</source>
      <translation>Questions</translation>
    </message>
    <message>
      <source>Vul 2 verschillende tijden in.</source>
      <translation>Fill in 2 different times.</translation>
    </message>
    <message>
      <source>Vul dagen van 1 tot en met 31 in, bijvoorbeeld: 1 en 15.</source>
      <translation>Fill in days from 1 to 31, for example: 1 and 15.</translation>
    </message>
    <message>
      <source>Vul de dag, de maand en het jaar in.</source>
      <translation>Fill in the day, the month and the year.</translation>
    </message>
    <message>
      <source>Vul de maand en het jaar in.</source>
      <translation>Fill in the month and the year.</translation>
    </message>
    <message>
      <source>Vul een heel getal in, 1 of hoger.</source>
      <translation>Fill in a whole number, 1 or higher.</translation>
    </message>
    <message>
      <source>Vul een heel getal in.</source>
      <translation>Fill in a whole number.</translation>
    </message>
    <message>
      <source>Vul een tijd in, bijvoorbeeld 08:30.</source>
      <translation>Fill in a time, for example 08:30.</translation>
    </message>
    <message>
      <source>Vul hier een naam in.</source>
      <translation>Fill in a name here.</translation>
    </message>
    <message>
      <source>Vul ten minste 1 tijd in.</source>
      <translation>Fill in at least 1 time.</translation>
    </message>
    <message>
      <source>Waaraan wilt u nog meer denken?</source>
      <translation>What else would you like to think of?</translation>
    </message>
    <message>
      <source>Wanneer dacht u hier het laatst over na?</source>
      <translation>When did you last think about this?</translation>
    </message>
    <message>
      <source>Wanneer herinneren wij u?</source>
      <translation>When shall we remind you?</translation>
    </message>
    <message>
      <source>Wanneer is de botmeting?</source>
      <translation>When is the bone scan?</translation>
    </message>
    <message>
      <source>Wanneer is de volgende keer?</source>
      <translation>When is the next time?</translation>
    </message>
    <message>
      <source>Wanneer keek u het laatst uw huis na?</source>
      <translation>When did you last check your home?</translation>
    </message>
    <message>
      <source>Wanneer kreeg u {the} voor het laatst?</source>
      <translation>When did you last get {the}?</translation>
    </message>
    <message>
      <source>Wanneer was de laatste keer?</source>
      <translation>When was the last time?</translation>
    </message>
    <message>
      <source>Wanneer was u het laatst bij de tandarts?</source>
      <translation>When did you last see the dentist?</translation>
    </message>
    <message>
      <source>Was al op</source>
      <translation>Was on</translation>
    </message>
    <message>
      <source>Wat gebruikt u?</source>
      <translation>What do you use?</translation>
    </message>
    <message>
      <source>Wat niet elke week komt, staat hier per maand.</source>
      <translation>What does not come every week is listed here by month.</translation>
    </message>
    <message>
      <source>Wat u eerder invulde, was niet meer te lezen. U begint opnieuw.</source>
      <translation>What you filled in before could not be read. You start again.</translation>
    </message>
    <message>
      <source>Welk ander medicijn gebruikt u?</source>
      <translation>Which other medicine do you use?</translation>
    </message>
    <message>
      <source>Welke dag was dat?</source>
      <translation>Which day was that?</translation>
    </message>
    <message>
      <source>Welke dag wordt dat?</source>
      <translation>Which day will that be?</translation>
    </message>
    <message>
      <source>Welkom</source>
      <translation>Welcome</translation>
    </message>
    <message>
      <source>Wie belt u bij vragen?</source>
      <translation>Whom do you call with questions?</translation>
    </message>
    <message>
      <source>Wij vragen ernaar</source>
      <translation>We will ask</translation>
    </message>
    <message>
      <source>Wilt u stille uren, bijvoorbeeld in de nacht?</source>
      <translation>Would you like quiet hours, at night for example?</translation>
    </message>
    <message>
      <source>Zo gaat het straks in het echt.</source>
      <translation>This is how it will go.</translation>
    </message>
    <message>
      <source>Zo komt er geen enkele dag. Kijk de dagen en de datums na.</source>
      <translation>This way no day comes at all. Check the days and the dates.</translation>
    </message>
    <message>
      <source>Zo ziet dat eruit</source>
      <translation>This is what it looks like</translation>
    </message>
    <message>
      <source>minuten per dag</source>
      <translation>minutes a day</translation>
    </message>
    <message>
      <source>porties per dag</source>
      <translation>portions a day</translation>
    </message>
    <message>
      <source>{day} (vandaag)</source>
      <translation>{day} (today)</translation>
    </message>
    <message>
      <source>{number} minuten</source>
      <translation>{number} minutes</translation>
    </message>
    <message>
      <source>{number} porties</source>
      <translation>{number} portions</translation>
    </message>
    <message>
      <source>{title} (naar verwachting)</source>
      <translation>{title} (expected)</translation>
    </message>
  </context>
  <context>
    <name>Share</name>
    <message>
      <source>Agenda voor uw telefoon</source>
      <translation>Calendar for your phone</translation>
    </message>
    <message>
      <source>Al uw gegevens bij elkaar, om te bewaren of mee te nemen.</source>
      <translation>All your data together, to keep or to take along.</translation>
    </message>
    <message>
      <source>Alle datums van de komende twaalf maanden bij elkaar.</source>
      <translation>All dates of the coming twelve months together.</translation>
    </message>
    <message>
      <source>Alles in één bestand</source>
      <translation>Everything in one file</translation>
    </message>
    <message>
      <source>Alles wat u noteerde in een tabel, voor een rekenblad.</source>
      <translation>Everything that you noted in a table, for a spreadsheet.</translation>
    </message>
    <message>
      <source>Bestanden</source>
      <translation>Files</translation>
    </message>
    <message>
      <source>Bewaar als PDF</source>
      <translation>Save as PDF</translation>
    </message>
    <message>
      <source>Bewaar het bestand</source>
      <translation>Save the file</translation>
    </message>
    <message>
      <source>Bewaar het bestand waar u het terugvindt, op een stick of een schijf.</source>
      <translation>Keep the file where you can find it, on a stick or a disk.</translation>
    </message>
    <message>
      <source>Bewaard: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Bezig met bewaren.</source>
      <translation>Saving.</translation>
    </message>
    <message>
      <source>Blad voor de koelkast</source>
      <translation>Sheet for the fridge</translation>
    </message>
    <message>
      <source>De bladzijden worden gemaakt.</source>
      <translation>The pages are being made.</translation>
    </message>
    <message>
      <source>De komende maand in grote letters, met hokjes om af te vinken.</source>
      <translation>The coming month in large letters, with boxes to tick.</translation>
    </message>
    <message>
      <source>De printer neemt het niet aan. Bewaar het als PDF.</source>
      <translation>The printer does not take it. Save it as PDF.</translation>
    </message>
    <message>
      <source>Dit lukte niet. Uw gegevens zijn er nog. Probeer het nog eens.</source>
      <translation>This did not work. Your data are still there. Try it again.</translation>
    </message>
    <message>
      <source>Druk af</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>Een kaartje met uw medicijnen, om te laten zien bij arts of apotheek.</source>
      <translation>A card with your medicines, to show at doctor or pharmacy.</translation>
    </message>
    <message>
      <source>Er is al een bestand „{name}”. Kies een andere naam, of vervang het oude.</source>
      <translation>There is a file “{name}” already. Choose another name, or replace the old one.</translation>
    </message>
    <message>
      <source>Er is geen printer gevonden. U kunt wel een PDF bewaren.</source>
      <translation>No printer was found. You can save a PDF.</translation>
    </message>
    <message>
      <source>Gestopt. Er is niets bewaard.</source>
      <translation>Stopped. Nothing was saved.</translation>
    </message>
    <message>
      <source>Handig naast de kalender, of voor wie u helpt.</source>
      <translation>Handy beside the calendar, or for whoever helps you.</translation>
    </message>
    <message>
      <source>Hang het op waar u het iedere dag ziet.</source>
      <translation>Put it up where you see it every day.</translation>
    </message>
    <message>
      <source>Het jaar op één blad</source>
      <translation>The year on one sheet</translation>
    </message>
    <message>
      <source>Het voorbeeld wordt gemaakt.</source>
      <translation>The preview is being made.</translation>
    </message>
    <message>
      <source>Knip het kaartje uit en vouw het op.</source>
      <translation>Cut out the card and fold it.</translation>
    </message>
    <message>
      <source>Lees het zelf eerst. Uw eigen opmerkingen staan er ook in.</source>
      <translation>Read it yourself first. Your own remarks are in it too.</translation>
    </message>
    <message>
      <source>Medicijnlijst voor de portemonnee</source>
      <translation>List of medicines for the wallet</translation>
    </message>
    <message numerus="yes">
      <source>Naar de printer gestuurd: %n bladzijden.</source>
      <translation>
        <numerusform>Sent to the printer: %n page.</numerusform>
        <numerusform>Sent to the printer: %n pages.</numerusform>
      </translation>
    </message>
    <message>
      <source>Niet bewaard: de schijf is vol. Kies een andere plek.</source>
      <translation>Not saved: the disk is full. Choose another place.</translation>
    </message>
    <message>
      <source>Niet bewaard: deze map is er niet meer. Kies een andere map.</source>
      <translation>Not saved: this folder is no longer there. Choose another folder.</translation>
    </message>
    <message>
      <source>Niet bewaard: in deze map mag u niets bewaren. Kies een andere map.</source>
      <translation>Not saved: you may not save in this folder. Choose another folder.</translation>
    </message>
    <message>
      <source>Op papier</source>
      <translation>On paper</translation>
    </message>
    <message>
      <source>Open het bestand met een programma voor tabellen.</source>
      <translation>Open the file with a program for tables.</translation>
    </message>
    <message>
      <source>Overzicht voor uw arts</source>
      <translation>Overview for your doctor</translation>
    </message>
    <message>
      <source>Papier en bestanden</source>
      <translation>Paper and files</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Stuur het bestand naar uw telefoon en open het daar.</source>
      <translation>Send the file to your phone and open it there.</translation>
    </message>
    <message>
      <source>Tabel</source>
      <translation>Table</translation>
    </message>
    <message>
      <source>Uw herinneringen in de agenda van telefoon of computer.</source>
      <translation>Your reminders in the calendar of a phone or computer.</translation>
    </message>
    <message>
      <source>Verandert er iets in uw plan? Maak dan een nieuw bestand.</source>
      <translation>Does something in your plan change? Then make a new file.</translation>
    </message>
    <message>
      <source>Vervang het oude</source>
      <translation>Replace the old one</translation>
    </message>
    <message>
      <source>Voorbeeld: bladzijde {number} van {pages}</source>
      <translation>Preview: page {number} of {pages}</translation>
    </message>
    <message>
      <source>Waar wilt u het bewaren?</source>
      <translation>Where do you want to save it?</translation>
    </message>
    <message>
      <source>Wat het afgelopen jaar gepland was en wat u noteerde, voor uw afspraak.</source>
      <translation>What was planned in the past year and what you noted, for your appointment.</translation>
    </message>
    <message>
      <source>Wie dit bestand heeft, kan uw gegevens lezen. Geef het alleen aan wie u vertrouwt.</source>
      <translation>Whoever has this file can read your data. Give it only to people you trust.</translation>
    </message>
    <message>
      <source>agenda</source>
      <translation>calendar</translation>
    </message>
    <message>
      <source>jaarblad</source>
      <translation>year-sheet</translation>
    </message>
    <message>
      <source>koelkastblad</source>
      <translation>fridge-sheet</translation>
    </message>
    <message>
      <source>medicijnlijst</source>
      <translation>medicine-list</translation>
    </message>
    <message>
      <source>osteoapp-alles</source>
      <translation>osteoapp-everything</translation>
    </message>
    <message>
      <source>overzicht-arts</source>
      <translation>overview-doctor</translation>
    </message>
    <message>
      <source>tabel</source>
      <translation>table</translation>
    </message>
    <message>
      <source>{number} van de 100 delen klaar.</source>
      <translation>{number} of 100 parts done.</translation>
    </message>
  </context>
  <context>
    <name>Shelf</name>
    <message>
      <source>Bijvoorbeeld: Ziekenhuis De Linde</source>
      <translation>For example: Linden Hospital</translation>
    </message>
    <message>
      <source>De tekst is niet geplaatst. Er is niets veranderd. Dit is er mis:</source>
      <translation>The text was not put in. Nothing has changed. This is wrong:</translation>
    </message>
    <message>
      <source>De tekst is niet weggehaald.</source>
      <translation>The text was not removed.</translation>
    </message>
    <message>
      <source>De tekst is weggehaald. Onze eigen tekst staat er nog.</source>
      <translation>The text was removed. Our own text is still there.</translation>
    </message>
    <message>
      <source>De tekst staat er. U vindt hem bij elk onderwerp, boven onze tekst.</source>
      <translation>The text is there. You find it at each subject, above our text.</translation>
    </message>
    <message>
      <source>Een andere tekst plaatsen</source>
      <translation>Put in another text</translation>
    </message>
    <message>
      <source>Een bestand is gewone tekst (.txt) of Markdown (.md). Een map mag er meer bevatten.</source>
      <translation>A file is plain text (.txt) or Markdown (.md). A folder may hold several.</translation>
    </message>
    <message>
      <source>Een tekst plaatsen</source>
      <translation>Put in a text</translation>
    </message>
    <message>
      <source>Een ziekenhuis of praktijk kan een eigen tekst geven. Die staat dan boven de onze.</source>
      <translation>A hospital or practice can give a text of its own. It then stands above ours.</translation>
    </message>
    <message numerus="yes">
      <source>En nog %n stukken</source>
      <translation>
        <numerusform>And %n more part</numerusform>
        <numerusform>And %n more parts</numerusform>
      </translation>
    </message>
    <message>
      <source>Haal deze tekst weg</source>
      <translation>Remove this text</translation>
    </message>
    <message>
      <source>Is er iets mis? Dan verandert er niets, en leest u hier wat er mis is.</source>
      <translation>Is something wrong? Then nothing changes, and you read here what is wrong.</translation>
    </message>
    <message>
      <source>Ja, haal weg</source>
      <translation>Yes, remove it</translation>
    </message>
    <message>
      <source>Kies een bestand</source>
      <translation>Choose a file</translation>
    </message>
    <message>
      <source>Kies een map</source>
      <translation>Choose a folder</translation>
    </message>
    <message>
      <source>Naam van het ziekenhuis of de praktijk</source>
      <translation>Name of the hospital or practice</translation>
    </message>
    <message>
      <source>Nee, laat staan</source>
      <translation>No, leave it</translation>
    </message>
    <message>
      <source>Nu staat hier de tekst van {name}</source>
      <translation>The text of {name} is here now</translation>
    </message>
    <message>
      <source>Tekst</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Tekst van uw ziekenhuis of praktijk</source>
      <translation>Text of your hospital or practice</translation>
    </message>
    <message>
      <source>Vul eerst de naam in.</source>
      <translation>Fill in the name first.</translation>
    </message>
    <message>
      <source>Weghalen? Het bestand van het ziekenhuis blijft bestaan.</source>
      <translation>Remove it? The hospital's file stays as it is.</translation>
    </message>
    <message>
      <source>eigen hoofdstuk</source>
      <translation>own chapter</translation>
    </message>
  </context>
  <context>
    <name>Stock</name>
    <message numerus="yes">
      <source>%n dagen</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message>
      <source>Begin met tellen</source>
      <translation>Start counting</translation>
    </message>
    <message>
      <source>Bewaar</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>De houdbaarheidsdatum is voorbij. Vraag uw apotheker wat u hiermee doet.</source>
      <translation>The expiry date has passed. Ask your pharmacist what to do with it.</translation>
    </message>
    <message>
      <source>Deze dag bestaat niet. Kijk het na op de doos.</source>
      <translation>This day does not exist. Check it on the box.</translation>
    </message>
    <message>
      <source>Deze datum is al voorbij. Kijk het na op de doos, of vraag uw apotheker.</source>
      <translation>This date has passed already. Check it on the box, or ask your pharmacist.</translation>
    </message>
    <message>
      <source>Dit is niet genoeg voor de volgende keer.</source>
      <translation>This is not enough for the next time.</translation>
    </message>
    <message>
      <source>Dit jaar kan niet kloppen. Kijk het na op de doos.</source>
      <translation>This year cannot be right. Check it on the box.</translation>
    </message>
    <message>
      <source>Genoeg tot {day}.</source>
      <translation>Enough until {day}.</translation>
    </message>
    <message>
      <source>Genoteerd.</source>
      <translation>Noted.</translation>
    </message>
    <message>
      <source>Genoteerd. Dit geldt uiterlijk morgen.</source>
      <translation>Noted. This counts from tomorrow at the latest.</translation>
    </message>
    <message>
      <source>Herhaalrecept nodig? Bel uw apotheek. Het nummer staat op het etiket.</source>
      <translation>Need a repeat prescription? Call your pharmacy. The number is on the label.</translation>
    </message>
    <message>
      <source>Herhaalrecept nodig? Bel uw apotheek: **{number}**.</source>
      <translation>Need a repeat prescription? Call your pharmacy: **{number}**.</translation>
    </message>
    <message>
      <source>Het aantal klopt niet</source>
      <translation>The number is not right</translation>
    </message>
    <message>
      <source>Het weekend telt mee.</source>
      <translation>The weekend counts too.</translation>
    </message>
    <message>
      <source>Hoeveel dagen van tevoren wilt u het weten?</source>
      <translation>How many days ahead do you want to know?</translation>
    </message>
    <message>
      <source>Hoeveel stuks heeft u nu, alles bij elkaar?</source>
      <translation>How many do you have now, all together?</translation>
    </message>
    <message>
      <source>Hoeveel stuks zitten er in de nieuwe doos?</source>
      <translation>How many are in the new box?</translation>
    </message>
    <message>
      <source>Houdbaar tot en met</source>
      <translation>Use by</translation>
    </message>
    <message>
      <source>Houdbaar tot en met {day}.</source>
      <translation>Use by {day}.</translation>
    </message>
    <message>
      <source>Naar de lijst</source>
      <translation>To the list</translation>
    </message>
    <message>
      <source>Niet bewaard. Schrijf het op, het programma probeert het opnieuw.</source>
      <translation>Not saved. Write it down; the program tries again.</translation>
    </message>
    <message>
      <source>Nieuwe doos</source>
      <translation>New box</translation>
    </message>
    <message numerus="yes">
      <source>Nog %n stuks.</source>
      <translation>
        <numerusform>%n left.</numerusform>
        <numerusform>%n left.</numerusform>
      </translation>
    </message>
    <message>
      <source>Ook de houdbaarheidsdatum</source>
      <translation>The expiry date too</translation>
    </message>
    <message>
      <source>Staat er geen dag op de doos? Laat de dag dan leeg.</source>
      <translation>Is there no day on the box? Then leave the day empty.</translation>
    </message>
    <message>
      <source>Teruggezet.</source>
      <translation>Undone.</translation>
    </message>
    <message>
      <source>U krijgt een herinnering op {day}.</source>
      <translation>You will be reminded on {day}.</translation>
    </message>
    <message>
      <source>U kunt hier bijhouden hoeveel u nog heeft.</source>
      <translation>Here you can keep track of how many you have left.</translation>
    </message>
    <message>
      <source>Voorraad</source>
      <translation>Stock</translation>
    </message>
    <message>
      <source>Vul de maand en het jaar in, zoals op de doos. De dag mag leeg blijven.</source>
      <translation>Fill in the month and the year, as on the box. The day may stay empty.</translation>
    </message>
    <message>
      <source>Vul een getal in, bijvoorbeeld 28.</source>
      <translation>Fill in a number, such as 28.</translation>
    </message>
    <message>
      <source>Wanneer herinneren?</source>
      <translation>When to remind?</translation>
    </message>
    <message>
      <source>Wat u hier noteert, wordt meteen bewaard.</source>
      <translation>What you note here is saved at once.</translation>
    </message>
    <message>
      <source>Zet terug</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>{number} is heel veel. Klopt het? Druk dan nog een keer op Bewaar.</source>
      <translation>{number} is a great many. Is it right? Then press Save once more.</translation>
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
    <name>TimeLine</name>
    <message>
      <source>Gepland</source>
      <translation>Planned</translation>
    </message>
    <message>
      <source>Laatste {what}</source>
      <translation>Last {what}</translation>
    </message>
    <message>
      <source>Vandaag</source>
      <translation>Today</translation>
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
      <source>**Pauze** tot en met {day}.</source>
      <translation>**Pause** up to and including {day}.</translation>
    </message>
    <message>
      <source>**vandaag om {time}**</source>
      <translation>**today at {time}**</translation>
    </message>
    <message>
      <source>Aanpassen</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Alles van vandaag is gedaan. Tot morgen.</source>
      <translation>Everything for today is done. See you tomorrow.</translation>
    </message>
    <message>
      <source>Begin met invullen</source>
      <translation>Start filling in</translation>
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
      <translation>This is your first day. When there is something to do, you will hear and see it.</translation>
    </message>
    <message>
      <source>Dit viel in die tijd: {names}.</source>
      <translation>This fell in that time: {names}.</translation>
    </message>
    <message>
      <source>Duurt het langer? Verzet dan de laatste dag.</source>
      <translation>Does it take longer? Then move the last day.</translation>
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
      <source>Hier gaat iets mis: {names}. U krijgt er nu geen herinnering voor. Let er zelf op.</source>
      <translation>Something is wrong here: {names}. You get no reminder for it now. Please keep an eye on it yourself.</translation>
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
      <source>Morgen: **{title}**, om {time}.</source>
      <translation>Tomorrow: **{title}**, at {time}.</translation>
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
      <source>Vandaag is de laatste dag van de **pauze**.</source>
      <translation>Today is the last day of the **pause**.</translation>
    </message>
    <message>
      <source>Vandaag komt er niets meer.</source>
      <translation>There is nothing more today.</translation>
    </message>
    <message>
      <source>Vul uw behandelingen in. Familie of uw praktijk kan helpen.</source>
      <translation>Fill in your treatments. Family or your practice can help.</translation>
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
    <name>Tray</name>
    <message>
      <source>De volgende: {title}, {when}</source>
      <translation>Next: {title}, {when}</translation>
    </message>
    <message>
      <source>Geluid een uur uit</source>
      <translation>Sound off for an hour</translation>
    </message>
    <message>
      <source>Geluid weer aan (uit tot {time})</source>
      <translation>Sound on again (off until {time})</translation>
    </message>
    <message numerus="yes">
      <source>Later, over %n minuten</source>
      <translation>
        <numerusform>Later, in %n minute</numerusform>
        <numerusform>Later, in %n minutes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nog %n dingen open</source>
      <translation>
        <numerusform>%n more thing open</numerusform>
        <numerusform>%n more things open</numerusform>
      </translation>
    </message>
    <message>
      <source>Nu staat er niets open</source>
      <translation>Nothing is open now</translation>
    </message>
    <message>
      <source>Open het programma</source>
      <translation>Open the program</translation>
    </message>
    <message>
      <source>Straks om {time}: {title}</source>
      <translation>Later at {time}: {title}</translation>
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
