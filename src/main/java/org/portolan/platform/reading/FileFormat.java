package org.portolan.platform.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Formats of files that are known by what is in them, whatever their names say. */
public enum FileFormat {
  PDF("application/pdf", Unit.PAGE, "pdf"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Unit.NONE, "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Unit.SHEET, "xlsx"),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      Unit.SLIDE,
      "pptx"),
  ODT("application/vnd.oasis.opendocument.text", Unit.NONE, "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", Unit.NONE, "ods"),
  ODP("application/vnd.oasis.opendocument.presentation", Unit.NONE, "odp"),
  RTF("application/rtf", Unit.NONE, "rtf"),
  HTML("text/html", Unit.NONE, "html", "htm"),
  TXT("text/plain", Unit.NONE, "txt", "csv", "md", "tsv"),
  PNG("image/png", Unit.NONE, "png"),
  JPEG("image/jpeg", Unit.NONE, "jpg", "jpeg");

  /** What its text is counted in. */
  public enum Unit {
    PAGE,
    SHEET,
    SLIDE,
    /** It is one piece. */
    NONE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String mediaType;
  private final Unit unit;
  private final List<String> endings;

  FileFormat(String mediaType, Unit unit, String... endings) {
    this.mediaType = mediaType;
    this.unit = unit;
    this.endings = List.of(endings);
  }

  public static Optional<FileFormat> of(String mediaType) {
    return Stream.of(values()).filter(each -> each.mediaType.equals(mediaType)).findFirst();
  }

  /** What was found in a file; empty where that is none of these. */
  public static Optional<FileFormat> of(ReadFacts facts) {
    return Stream.of(values()).filter(each -> facts.has(each.fact())).findFirst();
  }

  String fact() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  public Unit unit() {
    return unit;
  }

  /** Endings that its names may have; the first is the usual one. */
  public List<String> endings() {
    return endings;
  }

  /** Whether its first page can be drawn. */
  public boolean drawn() {
    return this == PDF || !written();
  }

  /** Whether there is anything to be read in it: a picture shows words and has none. */
  public boolean written() {
    return this != PNG && this != JPEG;
  }
}
