@echo off
rem Auricle's launcher for Windows: builds the program on first use (and after its sources changed),
rem then runs it, as the script "auricle" does elsewhere.
rem In a release there are no sources: the jars lie in lib\ beside this file.
rem Folders may have names of any characters: each stands in quotes, and nothing is expanded twice.
rem Arguments are handed on as they were written, so quotes around them stay.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"

rem --- Java: that of JAVA_HOME, or the first on the PATH.
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if defined java goto java_found
for %%i in (java.exe) do set "java=%%~$PATH:i"
if defined java goto java_found
echo auricle: no java found; install a JDK 17 or newer, or set JAVA_HOME 1>&2
exit /b 1
:java_found
for %%i in ("%java%") do set "home=%%~dpi.."

set "lib=%root%lib"
if not exist "%root%pom.xml" goto built
set "lib=%root%app\target\lib"
set "built=%root%app\target\built"

rem --- Build if there is nothing yet, or a source is newer than what was built.
if not exist "%built%" goto build
powershell -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:built).LastWriteTimeUtc; $new = foreach ($m in 'audio', 'model', 'library', 'models', 'data', 'train', 'explore', 'app') { $p = Join-Path $env:root $m; Get-Item -LiteralPath (Join-Path $p 'pom.xml'); Get-ChildItem -LiteralPath (Join-Path $p 'src\main') -Recurse -File }; $new = @($new) + (Get-Item -LiteralPath (Join-Path $env:root 'pom.xml')); if ($new | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 9 }" <nul >nul 2>&1
rem Where PowerShell is missing or locked, what is built is taken as it is.
if "%errorlevel%"=="9" goto build
goto built

:build
set "mvn="
for %%i in (mvn.cmd) do set "mvn=%%~$PATH:i"
if not defined mvn (
  echo auricle: no mvn found; building needs Maven 3.8 or newer 1>&2
  exit /b 1
)
if not exist "%root%app\target" mkdir "%root%app\target"
set "log=%root%app\target\build.log"
echo auricle: building ^(first use or changed sources; the first build fetches libraries and takes minutes^); 1>&2
echo auricle: how far it is stands in "%log%" 1>&2
rem What was built before lies aside meanwhile, and is taken back if Maven fails.
set "earlier=%lib%-earlier"
if exist "%built%" if exist "%lib%" (
  if exist "%earlier%" rmdir /s /q "%earlier%"
  move /y "%lib%" "%earlier%" >nul
)
if exist "%built%" del "%built%"
rem Sources that change while it builds are newer than this.
type nul >"%built%-begun"
if exist "%lib%" rmdir /s /q "%lib%"
pushd "%root%"
call "%mvn%" -B -DskipTests -Dspotless.check.skip -pl app -am package <nul >"%log%" 2>&1
set "failed=%errorlevel%"
popd
if not "%failed%"=="0" (
  findstr /b /c:"[ERROR]" "%log%" 1>&2
  echo auricle: the build failed; the whole output is in "%log%" 1>&2
  if not exist "%earlier%" exit /b 1
  if exist "%lib%" rmdir /s /q "%lib%"
  move /y "%earlier%" "%lib%" >nul
  echo auricle: warning: the sources could not be built; this is an earlier build 1>&2
  goto built
)
move /y "%built%-begun" "%built%" >nul
if exist "%earlier%" rmdir /s /q "%earlier%"

:built
if not exist "%lib%\*.jar" (
  echo auricle: no jars in "%lib%"; unpack the release anew 1>&2
  exit /b 1
)
set "options=-Dfile.encoding=UTF-8 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
rem Optimised code is made later than by default: a few files do not pay for what only pays with many.
set "options=%options% -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
set "options=%options% -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:-PartialPeelLoop"

rem --- Classes from an archive save half of a start. It fits one JDK and these jars only, so both are
rem in its name; the JVM leaves one that does not fit alone. One that cannot be made stays empty, so
rem that it is tried only once. It is made from a list of the classes of a first run, since only so it
rem takes in those of picocli, which are in an old format (and which no other line of the list may touch).
rem (Elsewhere a server has one of its own, which is ended as soon as it is ready; nothing can do that here.)
set "jdk="
if exist "%home%\release" for /f "usebackq tokens=1,* delims==" %%a in ("%home%\release") do if "%%~a"=="JAVA_VERSION" set "jdk=%%~b"
if not defined jdk goto archived
set /a size=0
for %%j in ("%lib%\*.jar") do set /a "size+=%%~zj" 2>nul
set "archive=%lib%\start-%jdk%-%size%.jsa"
if exist "%archive%" goto archive_there
rem One call at a time makes it, and a folder that cannot be written has none.
set "part=%archive%.%random%%random%"
copy /y nul "%part%" >nul 2>&1
if not exist "%part%" goto archived
del "%part%"
if not exist "%root%pom.xml" echo auricle: preparing quick starts ^(first use^) ... 1>&2
"%java%" %options% -Xshare:off "-XX:DumpLoadedClassList=%part%.list" -cp "%lib%\*" io.auricle.cli.Main classify "%root%samples\jazz.wav" <nul >nul 2>&1
findstr /v /r /c:"^@.*picocli" "%part%.list" >"%part%.all" 2>nul
"%java%" %options% -Xshare:dump "-XX:SharedClassListFile=%part%.all" "-XX:SharedArchiveFile=%part%" -cp "%lib%\*" <nul >nul 2>&1
del "%part%.list" "%part%.all" >nul 2>&1
if not exist "%part%" type nul >"%part%"
move /y "%part%" "%archive%" >nul 2>&1
if exist "%part%" del "%part%"
:archive_there
for %%f in ("%archive%") do if not "%%~zf"=="0" set options=%options% "-XX:SharedArchiveFile=%archive%" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off
:archived

rem --- The Vector API pays in long work only, and it lengthens every start.
set "vector="
for %%c in (features train tune evaluate reproduce explore) do if "%~1"=="%%c" set "vector=jdk.incubator.vector"
if not defined vector goto run
if not exist "%home%\release" goto run
findstr /c:"jdk.incubator.vector" "%home%\release" >nul 2>&1
if not errorlevel 1 set options=%options% --add-modules %vector%

:run
"%java%" %options% %AURICLE_JAVA_OPTIONS% -cp "%lib%\*" io.auricle.cli.Main %*
exit /b %errorlevel%
