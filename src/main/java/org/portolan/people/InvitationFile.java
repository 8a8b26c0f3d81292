package org.portolan.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.portolan.platform.exchange.CellProblem;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.exchange.UnreadableFile;

/**
 * A list of officers that was sent as a file, as the text that somebody would have pasted: from
 * there on both go one way.
 *
 * @param list empty where the file cannot be read
 * @param guessed whether its encoding is a guess that the coordinator should look at
 * @param problem why it cannot be read, or null
 */
public record InvitationFile(String list, boolean guessed, CellProblem problem) {
  /** The largest file that is taken, in bytes. */
  public static final int LARGEST = 2 * 1024 * 1024;

  public static InvitationFile read(byte[] content) {
    try {
      SentTable table = SentTable.read(content, InvitationList.COLUMNS, InvitationList.MOST);
      return new InvitationFile(text(table.rows()), table.guessed(), null);
    } catch (UnreadableFile e) {
      return new InvitationFile("", false, e.problem());
    }
  }

  private static String text(List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      rows.forEach(row -> writer.writeRecord(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
