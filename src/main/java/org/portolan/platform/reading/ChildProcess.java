package org.portolan.platform.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.portolan.platform.reading.NotReadable.Reason;

/**
 * One run of the limited process. It inherits nothing from us: no environment, no input, no open
 * file. It is ended when its time is over, and what it says is read up to a limit.
 */
record ChildProcess(List<String> command, Path folder, Duration longest) {
  /** Exit code of a virtual machine that ran out of its memory. */
  private static final int OUT_OF_MEMORY = 3;

  /** Exit code of one that did not find what it should run. */
  private static final int NOT_STARTED = 1;

  private static final int GONE_SECONDS = 10;

  ReadFacts run() throws NotReadable, IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    // else names of files that are not ASCII could not be told to it
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      // it never says more than a pipe holds; one that does waits here until its time is over
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NotReadable(Reason.LONG);
      }
      return answer(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadable(Reason.BUSY);
    } finally {
      // gone before its folder is
      process.destroyForcibly().onExit().orTimeout(GONE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  private ReadFacts answer(Process process) throws NotReadable, IOException {
    switch (process.exitValue()) {
      case 0:
        break;
      case OUT_OF_MEMORY:
        throw new NotReadable(Reason.HEAVY);
      case ReadingMain.OVER:
        throw new NotReadable(Reason.LONG);
      case NOT_STARTED:
        throw new IllegalStateException(
            "the process that reads files does not start: " + String.join(" ", command));
      default:
        throw new NotReadable(Reason.BROKEN);
    }
    try (InputStream in = process.getInputStream()) {
      String said = new String(in.readNBytes(FactLines.LONGEST + 1), StandardCharsets.ISO_8859_1);
      return FactLines.parse(said)
          .filter(facts -> !facts.has(FactLines.BROKEN))
          .orElseThrow(() -> new NotReadable(Reason.BROKEN));
    }
  }
}
