package org.portolan.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a document on paper would do in a program that opens it, beside being read. */
final class PaperActs {
  private static final Set<String> ENTRIES =
      Set.of(
          "JavaScript",
          "JS",
          "AA",
          "Launch",
          "SubmitForm",
          "ImportData",
          "EmbeddedFiles",
          "RichMedia",
          "XFA");
  private static final Set<String> ACTIONS =
      Set.of("JavaScript", "Launch", "SubmitForm", "GoToR", "ImportData");

  private PaperActs() {}

  /** Empty where it only leads to pages of the web. */
  static List<String> of(PDDocument pdf) throws IOException {
    List<String> acts = new ArrayList<>();
    for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
      walk(pdf.getDocument().getObjectFromPool(key).getObject(), acts);
    }
    walk(pdf.getDocument().getTrailer(), acts);
    return acts;
  }

  /** References are not followed: each object is looked at by itself. */
  private static void walk(COSBase base, List<String> acts) {
    if (base instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        walk(array.get(i), acts);
      }
    } else if (base instanceof COSDictionary dictionary && !(base instanceof COSObject)) {
      for (COSName name : dictionary.keySet()) {
        entry(dictionary, name, acts);
        walk(dictionary.getItem(name), acts);
      }
    }
  }

  private static void entry(COSDictionary dictionary, COSName name, List<String> acts) {
    if (ENTRIES.contains(name.getName())) {
      acts.add(name.getName());
    }
    if (name.equals(COSName.URI)
        && !String.valueOf(dictionary.getString(name)).matches("(?i)(https?|mailto):.*")) {
      acts.add("URI " + dictionary.getString(name));
    }
    if (name.equals(COSName.S)
        && dictionary.getDictionaryObject(name) instanceof COSName action
        && ACTIONS.contains(action.getName())) {
      acts.add("action " + action.getName());
    }
  }
}
