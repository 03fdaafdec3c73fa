<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="nl_NL">
  <context>
    <name>Action</name>
    <message numerus="yes">
      <source>%n minuten</source>
      <translation>
        <numerusform>%n minuut</numerusform>
        <numerusform>%n minuten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n porties</source>
      <translation>
        <numerusform>%n portie</numerusform>
        <numerusform>%n porties</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Calendar</name>
    <message numerus="yes">
      <source>%n keer</source>
      <translation>
        <numerusform>%n keer</numerusform>
        <numerusform>%n keer</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Folder</name>
    <message numerus="yes">
      <source>%n teksten gevonden</source>
      <translation>
        <numerusform>%n tekst gevonden</numerusform>
        <numerusform>%n teksten gevonden</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Intake</name>
    <message numerus="yes">
      <source>Nog %n minuten. Nog niet eten.</source>
      <translation>
        <numerusform>Nog %n minuut. Nog niet eten.</numerusform>
        <numerusform>Nog %n minuten. Nog niet eten.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Leaflet</name>
    <message numerus="yes">
      <source>{first} en %n andere</source>
      <translation>
        <numerusform>{first} en %n andere</numerusform>
        <numerusform>{first} en %n andere</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Place</name>
    <message numerus="yes">
      <source>%n dingen open</source>
      <translation>
        <numerusform>%n ding open</numerusform>
        <numerusform>%n dingen open</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Print</name>
    <message numerus="yes">
      <source>Bewaard als PDF: %n bladzijden.</source>
      <translation>
        <numerusform>Bewaard als PDF: %n bladzijde.</numerusform>
        <numerusform>Bewaard als PDF: %n bladzijden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Naar de printer gestuurd: %n bladzijden.</source>
      <translation>
        <numerusform>Naar de printer gestuurd: %n bladzijde.</numerusform>
        <numerusform>Naar de printer gestuurd: %n bladzijden.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message numerus="yes">
      <source>%n dagen</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n keer gegeven</source>
      <translation>
        <numerusform>%n keer gegeven</numerusform>
        <numerusform>%n keer gegeven</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n keer genomen</source>
      <translation>
        <numerusform>%n keer genomen</numerusform>
        <numerusform>%n keer genomen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n maanden</source>
      <translation>
        <numerusform>%n maand</numerusform>
        <numerusform>%n maanden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minuten</source>
      <translation>
        <numerusform>%n minuut</numerusform>
        <numerusform>%n minuten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n porties</source>
      <translation>
        <numerusform>%n portie</numerusform>
        <numerusform>%n porties</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n weken op rij</source>
      <translation>
        <numerusform>%n week op rij</numerusform>
        <numerusform>%n weken op rij</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Gepland is elke %n maanden.</source>
      <translation>
        <numerusform>Gepland is elke %n maand.</numerusform>
        <numerusform>Gepland is elke %n maanden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Op %n dagen uw doel gehaald.</source>
      <translation>
        <numerusform>Op %n dag uw doel gehaald.</numerusform>
        <numerusform>Op %n dagen uw doel gehaald.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{taken} van de %n keer genomen.</source>
      <translation>
        <numerusform>{taken} van de %n keer genomen.</numerusform>
        <numerusform>{taken} van de %n keer genomen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{taken} van de %n weken genomen.</source>
      <translation>
        <numerusform>{taken} van de %n week genomen.</numerusform>
        <numerusform>{taken} van de %n weken genomen.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Reminder</name>
    <message numerus="yes">
      <source>%n dingen voor nu</source>
      <translation>
        <numerusform>%n ding voor nu</numerusform>
        <numerusform>%n dingen voor nu</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Setup</name>
    <message numerus="yes">
      <source>%n gekozen</source>
      <translation>
        <numerusform>%n gekozen</numerusform>
        <numerusform>%n gekozen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Share</name>
    <message numerus="yes">
      <source>Naar de printer gestuurd: %n bladzijden.</source>
      <translation>
        <numerusform>Naar de printer gestuurd: %n bladzijde.</numerusform>
        <numerusform>Naar de printer gestuurd: %n bladzijden.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Shelf</name>
    <message numerus="yes">
      <source>En nog %n stukken</source>
      <translation>
        <numerusform>En nog %n stuk</numerusform>
        <numerusform>En nog %n stukken</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Stock</name>
    <message numerus="yes">
      <source>%n dagen</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nog %n stuks.</source>
      <translation>
        <numerusform>Nog %n stuk.</numerusform>
        <numerusform>Nog %n stuks.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Stopwatch</name>
    <message numerus="yes">
      <source>%n minuten erbij</source>
      <translation>
        <numerusform>%n minuut erbij</numerusform>
        <numerusform>%n minuten erbij</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Noteer %n minuten</source>
      <translation>
        <numerusform>Noteer %n minuut</numerusform>
        <numerusform>Noteer %n minuten</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Today</name>
    <message numerus="yes">
      <source>%n minuten</source>
      <translation>
        <numerusform>%n minuut</numerusform>
        <numerusform>%n minuten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>U heeft nu **%n dingen** te doen.</source>
      <translation>
        <numerusform>U heeft nu **%n ding** te doen.</numerusform>
        <numerusform>U heeft nu **%n dingen** te doen.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message numerus="yes">
      <source>Later, over %n minuten</source>
      <translation>
        <numerusform>Later, over %n minuut</numerusform>
        <numerusform>Later, over %n minuten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nog %n dingen open</source>
      <translation>
        <numerusform>Nog %n ding open</numerusform>
        <numerusform>Nog %n dingen open</numerusform>
      </translation>
    </message>
  </context>
</TS>
