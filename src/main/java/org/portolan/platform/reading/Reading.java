package org.portolan.platform.reading;

import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.slf4j.LoggerFactory;

/** What a file can be looked into for. */
public enum Reading {
  /** Whether it is a PDF, how many pages it has, and whether it does more than be read. */
  PDF(
      PdfLook::new,
      List.of(
          Loader.class,
          RandomAccessRead.class,
          FontBoxFont.class,
          LogFactory.class,
          LoggerFactory.class));

  private final Supplier<FileLook> look;
  private final List<Class<?>> libraries;

  Reading(Supplier<FileLook> look, List<Class<?>> libraries) {
    this.look = look;
    this.libraries = libraries;
  }

  FileLook look() {
    return look.get();
  }

  /** One class of each library that looking needs. */
  List<Class<?>> libraries() {
    return libraries;
  }
}
