package org.portolan.platform.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/**
 * The order in which a document is read aloud. Cells of a row are laid from the left, so that a row
 * that begins at the right has to be given with its last cell first: its tags are put back here.
 */
final class ReadingOrder {
  private ReadingOrder() {}

  static byte[] rowsFromTheRight(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      turn(document.getDocumentCatalog().getStructureTreeRoot());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void turn(PDStructureNode node) {
    List<Object> kids = node.getKids();
    if (node instanceof PDStructureElement row && "TR".equals(row.getStructureType())) {
      Collections.reverse(kids);
      node.setKids(kids);
    }
    for (Object kid : kids) {
      if (kid instanceof PDStructureNode inner) {
        turn(inner);
      }
    }
  }
}
