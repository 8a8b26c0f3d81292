package org.portolan.platform.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** What the kind of a column asks of its cells. */
final class CellKinds {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern CONTROL = Pattern.compile("(?s).*[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}].*");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private CellKinds() {}

  /** The cell as it is kept, for one that is in order. */
  static String kept(SheetColumn column, String cell) {
    return switch (column.kind()) {
      case DECIMAL -> plain(cell);
      case LANGUAGES -> String.join(" ", cell.split("[ ,;]+"));
      case TIME -> TimeCell.kept(cell);
      case CHOICE ->
          // a spreadsheet writes TRUE
          column.choices().stream().filter(cell::equalsIgnoreCase).findFirst().orElse(cell);
      default -> cell;
    };
  }

  private static String plain(String cell) {
    if (!DECIMAL.matcher(cell).matches()) {
      return cell;
    }
    BigDecimal number = new BigDecimal(cell).stripTrailingZeros();
    return number.signum() == 0 ? "0" : number.toPlainString();
  }

  /** The end of the key of what is wrong, or null. */
  static String problem(SheetColumn column, String cell) {
    if (cell.isEmpty()) {
      return column.required() ? "required" : null;
    }
    // of a day that is no day nobody wants to know how long it is
    boolean said = column.kind() == SheetColumn.Kind.DAY || column.kind() == SheetColumn.Kind.TIME;
    if (cell.length() > column.longest() && !said) {
      return "long";
    }
    if (CONTROL.matcher(cell).matches()) {
      return "unreadable";
    }
    boolean right =
        switch (column.kind()) {
          case TEXT -> true;
          case CODE -> CODE.matcher(cell).matches();
          case DECIMAL -> DECIMAL.matcher(cell).matches();
          case WHOLE -> WHOLE.matcher(cell).matches();
          case DAY -> day(cell);
          case TIME -> TimeCell.time(cell);
          case ZONE -> ZONES.contains(cell);
          case LANGUAGES ->
              Arrays.stream(cell.split(" ")).allMatch(each -> each.matches("[a-z]{2}"));
          case CHOICE -> column.choices().contains(cell);
        };
    return right ? null : column.kind().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean day(String cell) {
    try {
      return LocalDate.parse(cell).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
