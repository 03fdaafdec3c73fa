; Inno Setup 6: an installation for one person, without an administrator.
; Run by packaging/build.py, which gives Version, Bundle (the folder of PyInstaller) and Icons.

[Setup]
AppId={{7E1B8C0A-5B0D-4B61-9C1B-2A6F0D1C9E54}
AppName=Osteoporose: herinneringen
AppVersion={#Version}
AppPublisher=osteoapp
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\osteoapp
DisableDirPage=yes
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=osteoapp-{#Version}-setup
SetupIconFile={#Icons}\osteoapp.ico
UninstallDisplayIcon={app}\osteoapp.exe
UninstallDisplayName=Osteoporose: herinneringen
LicenseFile=..\..\LICENSE
WizardStyle=modern
Compression=lzma2
SolidCompression=yes
; A program that runs is asked to close before its files are replaced, and is started again afterwards.
CloseApplications=yes
RestartApplications=no

[Languages]
Name: nl; MessagesFile: compiler:Languages\Dutch.isl
Name: en; MessagesFile: compiler:Default.isl

[CustomMessages]
nl.Autostart=Begin met herinneren zodra de computer aangaat
en.Autostart=Start reminding when the computer starts
nl.Desktop=Zet een pictogram op het bureaublad
en.Desktop=Put an icon on the desktop
nl.Open=Open het programma
en.Open=Open the program
nl.Keep=Wilt u uw gegevens bewaren?%n%nDat zijn uw behandelingen, uw antwoorden en de kopieën daarvan. Als u het programma later weer installeert, gaat u er dan mee verder.%n%nKies Ja om ze te bewaren.
en.Keep=Do you want to keep your data?%n%nThese are your treatments, your answers and the copies of them. If you install the program again later, you go on with them.%n%nChoose Yes to keep them.
nl.Sure=Uw gegevens worden nu gewist. Dit is niet terug te draaien. Weet u het zeker?
en.Sure=Your data will now be erased. This cannot be undone. Are you sure?

[Tasks]
; Off until somebody chooses it; an upgrade leaves the choice that was made in the program.
Name: autostart; Description: {cm:Autostart}; Flags: unchecked
Name: desktopicon; Description: {cm:Desktop}

[InstallDelete]
; What an older version had and this one has not.
Type: filesandordirs; Name: {app}\_internal

[Files]
Source: {#Bundle}\*; DestDir: {app}; Flags: recursesubdirs ignoreversion

[Icons]
Name: {userprograms}\Osteoporose herinneringen; Filename: {app}\osteoapp.exe; AppUserModelID: org.osteoapp.osteoapp
Name: {userdesktop}\Osteoporose herinneringen; Filename: {app}\osteoapp.exe; Tasks: desktopicon; AppUserModelID: org.osteoapp.osteoapp

[Registry]
; The same value that the program itself writes (osteoapp/desktop/autostart.py), so that its own switch shows it.
Root: HKCU; Subkey: Software\Microsoft\Windows\CurrentVersion\Run; ValueName: osteoapp; ValueType: string; \
  ValueData: "{app}\osteoapp.exe --background"; Tasks: autostart; Flags: uninsdeletevalue; Check: WithoutSpace
Root: HKCU; Subkey: Software\Microsoft\Windows\CurrentVersion\Run; ValueName: osteoapp; ValueType: string; \
  ValueData: """{app}\osteoapp.exe"" --background"; Tasks: autostart; Flags: uninsdeletevalue; Check: WithSpace

[Run]
Filename: {app}\osteoapp.exe; Description: {cm:Open}; Flags: nowait postinstall skipifsilent

[Code]
function WithSpace: Boolean;
begin
  Result := Pos(' ', ExpandConstant('{app}')) > 0;
end;

function WithoutSpace: Boolean;
begin
  Result := not WithSpace;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Data: String;
begin
  if CurUninstallStep <> usPostUninstall then
    Exit;
  { Written by the program itself where the person chose it there. }
  RegDeleteValue(HKCU, 'Software\Microsoft\Windows\CurrentVersion\Run', 'osteoapp');
  Data := ExpandConstant('{localappdata}\osteoapp');
  if not DirExists(Data) or UninstallSilent then
    Exit;
  if MsgBox(CustomMessage('Keep'), mbConfirmation, MB_YESNO or MB_DEFBUTTON1) = IDNO then
    if MsgBox(CustomMessage('Sure'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
      DelTree(Data, True, True, True);
end;
