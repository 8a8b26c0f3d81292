package org.portolan.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.config.Installation;
import org.portolan.platform.reading.MadePdfs;
import org.portolan.platform.retention.RetentionRule;
import org.portolan.platform.web.NotFound;

/** Files in the deployed application, read by the process that it starts. */
@ArquillianTest
class FileStoreIT {
  private static final FileRules RULES = FileRules.pdf(5, 30);
  private static final String KIND = "storage-test";

  @Inject private FileStore files;
  @Inject private FileRows rows;
  @Inject private Installation installation;
  @Inject private Scenario scenario;
  @Inject @Any private Instance<RetentionRule> rules;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  private final long record = Math.abs(UUID.randomUUID().getMostSignificantBits() >> 8);
  private final FileUse use = new FileUse(KIND, record);

  @Test
  void aLetterIsKeptAndFoundByTheRecordItBelongsTo() throws Exception {
    byte[] letter = letter("one");
    StoredFile kept = keep(letter);
    assertThat(kept.mediaType()).isEqualTo("application/pdf");
    assertThat(kept.size()).isEqualTo(letter.length);
    assertThat(kept.pages()).isEqualTo(2);
    assertThat(kept.scanned()).as("nothing is set up").isFalse();

    files.use(kept, use);
    assertThat(files.find(use)).contains(kept);
    assertThat(content(kept)).isEqualTo(letter);
    assertThat(keep(letter)).as("the same again").isEqualTo(kept);

    files.use(keep(letter("two")), use);
    assertThat(files.find(use).orElseThrow().hash()).isNotEqualTo(kept.hash());
    files.release(use);
    assertThat(files.find(use)).isEmpty();
  }

  @Test
  void whatIsNotTakenLeavesNothing() {
    byte[] page = "<html>%PDF-1.7</html>".getBytes(StandardCharsets.US_ASCII);
    assertRefused(page, RefusedFile.Reason.OTHER_KIND);
    assertRefused(MadePdfs.withScriptOnOpening(), RefusedFile.Reason.SCRIPT);
    assertRefused(MadePdfs.letter(31), RefusedFile.Reason.PAGES);
    assertRefused(new byte[0], RefusedFile.Reason.EMPTY);
    assertRefused(new byte[5 * 1024 * 1024 + 1], RefusedFile.Reason.LARGE);
  }

  @Test
  void whatNoRecordUsesGoesAfterADay() throws Exception {
    StoredFile used = keep(letter("used"));
    byte[] again = letter("left");
    StoredFile left = keep(again);
    files.use(used, use);
    scenario.sql(
        "UPDATE stored_file SET touched_at = '2001-01-01' WHERE hash IN ('"
            + used.hash()
            + "', '"
            + left.hash()
            + "')");
    forget();

    assertThat(content(used)).isNotEmpty();
    assertThatThrownBy(() -> content(left)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> files.use(left, use)).isInstanceOf(NotFound.class);

    files.release(use);
    forget();
    assertThat(content(used)).as("left just now").isNotEmpty();
    assertThat(keep(again)).as("comes again").isEqualTo(left);
    assertThat(content(left)).isNotEmpty();
  }

  @Test
  void whatTheDatabaseNeverHeardOfGoesToo() throws Exception {
    StoredFile known = keep(letter("known"));
    files.use(known, use);
    byte[] again = letter("unknown");
    StoredFile unknown = keep(again);
    byte[] young = letter("fresh");
    StoredFile fresh = keep(young);
    scenario.sql(
        "DELETE FROM stored_file WHERE hash IN ('" + unknown.hash() + "', '" + fresh.hash() + "')");
    for (StoredFile each : new StoredFile[] {known, unknown}) {
      Path place = installation.files().resolve("content").resolve(each.hash().substring(0, 2));
      Files.setLastModifiedTime(
          place.resolve(each.hash().substring(2)),
          FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    }
    forget();
    assertThat(content(known)).isNotEmpty();
    assertThat(content(fresh)).as("its row may be on the way").isNotEmpty();
    assertThatThrownBy(() -> content(unknown)).isInstanceOf(NotFound.class);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM stored_file WHERE hash = '" + unknown.hash() + "'"))
        .isZero();
    assertThat(keep(again)).as("comes again").isEqualTo(unknown);
    assertThat(keep(young)).isEqualTo(fresh);
    assertThat(rows.removeUnknown(unknown.hash(), files.folder())).as("known again").isFalse();
    assertThat(content(unknown)).isNotEmpty();
  }

  @Test
  void aFileIsNotLookedAtWhileATransactionWaits() throws Exception {
    transaction.begin();
    try {
      assertThatThrownBy(() -> keep(letter("x"))).isInstanceOf(RuntimeException.class);
    } finally {
      transaction.rollback();
    }
  }

  private void forget() throws Exception {
    RetentionRule rule =
        rules.stream().filter(each -> each.kind().equals("unused-files")).findFirst().orElseThrow();
    transaction.begin();
    rule.forget(Instant.parse("2001-06-01T00:00:00Z"), 50);
    transaction.commit();
  }

  private StoredFile keep(byte[] content) throws RefusedFile {
    return files.keep(new ByteArrayInputStream(content), RULES);
  }

  private byte[] content(StoredFile file) throws IOException {
    try (InputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }

  private void assertRefused(byte[] content, RefusedFile.Reason reason) {
    assertThatThrownBy(() -> keep(content))
        .isInstanceOfSatisfying(RefusedFile.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** Another for each word and each test. */
  private byte[] letter(String word) {
    byte[] letter = MadePdfs.letter(2);
    byte[] note = ("\n% " + word + record + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(letter, letter.length + note.length);
    System.arraycopy(note, 0, whole, letter.length, note.length);
    return whole;
  }
}
