package org.portolan.platform.reading;

import com.zaxxer.sparsebits.SparseBitSet;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.collections4.MapUtils;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.logging.LogFactory;
import org.apache.commons.math3.util.MathUtils;
import org.apache.fontbox.FontBoxFont;
import org.apache.logging.log4j.LogManager;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hwmf.record.HwmfRecord;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.tika.Tika;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.parser.xml.XMLParser;
import org.apache.xmlbeans.XmlObject;
import org.jsoup.Jsoup;
import org.mozilla.universalchardet.UniversalDetector;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.slf4j.LoggerFactory;

/** What a file can be looked into for. */
public enum Reading {
  /** Whether it is a PDF, how many pages it has, and whether it does more than be read. */
  PDF(Duration.ofSeconds(20), 160, () -> Libraries.PDF),
  /** Which format it has, whatever its name says. */
  FORMAT(Duration.ofSeconds(9), 120, () -> Libraries.DOCUMENTS),
  /** What is written in it. */
  TEXT(Duration.ofSeconds(9), 120, () -> Libraries.DOCUMENTS),
  /** How its first page looks, small. */
  PICTURE(Duration.ofSeconds(8), 120, () -> Libraries.PDF);

  private final Duration longest;
  private final int megabytes;
  private final Supplier<List<Class<?>>> libraries;

  Reading(Duration longest, int megabytes, Supplier<List<Class<?>>> libraries) {
    this.longest = longest;
    this.megabytes = megabytes;
    this.libraries = libraries;
  }

  FileLook look() {
    return switch (this) {
      case PDF -> new PdfLook();
      case FORMAT -> new FormatLook();
      case TEXT -> new TextLook();
      case PICTURE -> new PictureLook();
    };
  }

  /** With its start and its end nobody waits ten seconds for a process that reads a text. */
  Duration longest() {
    return longest;
  }

  /** Of its heap; beside it the process has some eighty, most of them for its code. */
  int megabytes() {
    return megabytes;
  }

  /**
   * Whether it draws, for which the virtual machine takes memory beside its heap that no flag of
   * its own limits.
   */
  boolean draws() {
    return this == PICTURE;
  }

  /** One class of each library that looking needs. */
  List<Class<?>> libraries() {
    return libraries.get();
  }

  /** Named only where they are all there: the process of one kind has those of that kind alone. */
  private static final class Libraries {
    private static final List<Class<?>> PDF =
        List.of(
            Loader.class,
            RandomAccessRead.class,
            FontBoxFont.class,
            LogFactory.class,
            LoggerFactory.class);
    private static final List<Class<?>> DOCUMENTS =
        Stream.concat(
                PDF.stream(),
                Stream.<Class<?>>of(
                    Tika.class,
                    DefaultZipContainerDetector.class,
                    OOXMLParser.class,
                    OpenDocumentParser.class,
                    JSoupParser.class,
                    TXTParser.class,
                    XMLParser.class,
                    OPCPackage.class,
                    HyperlinkType.class,
                    HwmfRecord.class,
                    CTNumbering.class,
                    XmlObject.class,
                    Jsoup.class,
                    UniversalDetector.class,
                    SparseBitSet.class,
                    Hex.class,
                    MapUtils.class,
                    ArchiveEntry.class,
                    CSVFormat.class,
                    IOUtils.class,
                    StringUtils.class,
                    MathUtils.class,
                    LogManager.class))
            .toList();
  }
}
