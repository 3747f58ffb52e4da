@echo off
rem Auricle's launcher for Windows: builds the program on first use, then runs it.
rem In a release there are no sources: the jars lie in lib\ beside this file.
rem After changes of the sources, delete app\target\built to build anew.
setlocal
set "root=%~dp0"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo auricle: no java found; install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)

set "lib=%root%lib"
if not exist "%root%pom.xml" goto run
set "lib=%root%app\target\lib"
if exist "%root%app\target\built" goto run

where mvn >nul 2>&1
if errorlevel 1 (
  echo auricle: no mvn found; building needs Maven 3.8 or newer 1>&2
  exit /b 1
)
echo auricle: building ^(first use; the first build fetches libraries^) ... 1>&2
if not exist "%root%app\target" mkdir "%root%app\target"
if exist "%lib%" rmdir /s /q "%lib%"
pushd "%root%"
call mvn -B -DskipTests -Dspotless.check.skip -pl app -am package >"%root%app\target\build.log" 2>&1
set "failed=%errorlevel%"
popd
if not "%failed%"=="0" (
  findstr /b /c:"[ERROR]" "%root%app\target\build.log" 1>&2
  echo auricle: the build failed; the whole output is in %root%app\target\build.log 1>&2
  exit /b 1
)
type nul >"%root%app\target\built"

:run
set "options=-Dfile.encoding=UTF-8 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
set "options=%options% -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
set "options=%options% -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
"%java%" %options% %AURICLE_JAVA_OPTIONS% -cp "%lib%\*" io.auricle.cli.Main %*
exit /b %errorlevel%
