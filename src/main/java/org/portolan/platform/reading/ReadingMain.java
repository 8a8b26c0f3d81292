package org.portolan.platform.reading;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The limited process: looks into one file, says what it found, and is gone. */
public final class ReadingMain {
  /** With which the process ends when its time is over and nobody ended it: its parent is gone. */
  static final int OVER = 4;

  private ReadingMain() {}

  /**
   * @param args what to look for, the file, and the seconds after which to give up
   */
  public static void main(String[] args) throws IOException {
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false);
    System.setOut(silent);
    System.setErr(silent);
    LogManager.getLogManager().reset();
    NoNetwork.enforce();
    endAfter(Long.parseLong(args[2]));
    FactLines facts = new FactLines();
    try {
      Reading.valueOf(args[0]).look().look(Path.of(args[1]), facts);
    } catch (LinkageError e) {
      throw e; // ours, not that of the file
    } catch (IOException | RuntimeException | Error e) {
      facts.add(FactLines.BROKEN);
    }
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(facts.text().getBytes(StandardCharsets.US_ASCII));
    }
    Runtime.getRuntime().halt(0);
  }

  private static void endAfter(long seconds) {
    Thread alarm =
        new Thread(
            () -> {
              try {
                Thread.sleep(seconds * 1000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(OVER);
            });
    alarm.setDaemon(true);
    alarm.start();
  }
}
