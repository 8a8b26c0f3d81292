package org.portolan.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The largest file of people that is taken: tried, applied and undone at the desk. */
public final class LargestImport {
  private static final int ROWS = 50_000;

  private LargestImport() {}

  /**
   * How long somebody waits.
   *
   * @param progress whether the page showed how far it was
   */
  public record Took(Duration dryRun, Duration applied, Duration undone, boolean progress) {}

  /** By somebody who may make people by a file. */
  public static Took run(PackagedApplication application, String email, String password) {
    Visitor visitor = new Visitor(application);
    visitor.signIn(email, password);
    ExchangeDesk desk = new ExchangeDesk(visitor);
    byte[] content = SheetFile.people(ROWS).csv(StandardCharsets.UTF_8, ',', "");
    Instant begin = Instant.now();
    long id = desk.upload("people", "people.csv", content);
    Instant tried = Instant.now();
    if (desk.show(id).count("new") != ROWS) {
      throw new IllegalStateException("of the file is new " + desk.show(id).counts());
    }
    Instant asked = Instant.now();
    expect(desk.apply(id), "applied");
    Instant applied = Instant.now();
    expect(desk.undo(id), "undone");
    return new Took(
        Duration.between(begin, tried),
        Duration.between(asked, applied),
        Duration.between(applied, Instant.now()),
        desk.sawProgress());
  }

  private static void expect(ExchangeDesk.Shown shown, String state) {
    if (!shown.state().equals(state)) {
      throw new IllegalStateException("the import is " + shown.state());
    }
  }
}
