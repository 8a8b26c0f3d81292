package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipOutputStream;
import org.portolan.attachment.AttachedFile;
import org.portolan.attachment.Attachments;
import org.portolan.collection.CollectionInFull;
import org.portolan.collection.Collections;
import org.portolan.knowledge.PracticeInFull;
import org.portolan.knowledge.PracticeParcel;
import org.portolan.knowledge.PracticeParcels;
import org.portolan.platform.i18n.Language;

/**
 * A collection as plain pages in a zip, for whoever reads without a connection: what of it the
 * person may read, a page for each practice in each of its languages, and its files. It is written
 * as it is sent, some practices at a time, and the same content makes the same bytes.
 */
@ApplicationScoped
public class ReadingPack {
  private static final int AT_ONCE = 10;

  @Inject private Collections collections;
  @Inject private PracticeParcels parcels;
  @Inject private Attachments attachments;
  @Inject private PackFiles files;
  @Inject private ReadingPages pages;

  /** A practice whose pages are written, for the lists of them. */
  record Listed(int place, PracticeInFull practice) {
    /** Its text in a language, else the original. */
    PracticeInFull.Text text(Language language) {
      return practice.texts().stream()
          .filter(text -> text.language().equals(language.code()))
          .findFirst()
          .orElseGet(() -> practice.texts().get(0));
    }

    String page(PracticeInFull.Text text) {
      return PackFormat.entry(text.language(), place, ".html");
    }
  }

  /** What is to be written; refuses whoever may not see the collection before anything is sent. */
  public CollectionInFull plan(long collection) {
    return collections.inFull(collection);
  }

  public void write(CollectionInFull collection, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    PackFormat.put(zip, "style.css", ReadingPages.STYLE);
    List<Listed> all = new ArrayList<>();
    TreeSet<Language> languages = new TreeSet<>();
    collection.texts().keySet().forEach(code -> Language.of(code).ifPresent(languages::add));
    Instant last = collection.updatedAt();
    List<Long> ids = collection.practices();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Map<Long, PracticeParcel> readable = parcels.readable(some);
      Map<Long, List<AttachedFile>> attached = attachments.shownOf(readable.keySet());
      for (Long id : some) {
        PracticeParcel parcel = readable.get(id);
        if (parcel == null) {
          continue;
        }
        Listed listed = new Listed(all.size() + 1, parcel.practice());
        all.add(listed);
        last = parcel.editionAt().isAfter(last) ? parcel.editionAt() : last;
        List<PackedFile> packed =
            files.put(zip, listed.place(), attached.getOrDefault(id, List.of()));
        for (PracticeInFull.Text text : parcel.practice().texts()) {
          Language language = Language.of(text.language()).orElse(Language.EN);
          languages.add(language);
          PackFormat.put(
              zip, listed.page(text), pages.practice(listed, text, packed, parcel.editionAt()));
        }
      }
    }
    for (Language language : languages) {
      PackFormat.put(
          zip,
          language.code() + "/index.html",
          pages.contents(collection, language, all, last.atZone(ZoneOffset.UTC).toLocalDate()));
    }
    PackFormat.put(zip, "index.html", pages.beginning(collection, languages));
    zip.finish();
  }
}
