package org.portolan.platform.exchange;

import java.util.List;

/**
 * A row of a table that somebody sends.
 *
 * @param line its number in the file, as a spreadsheet counts
 * @param cells a cell that is no plain text is left as {@link SentTable#ODD}
 */
public record SentLine(int line, List<String> cells) {}
