package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipOutputStream;
import org.portolan.attachment.AttachedFile;
import org.portolan.attachment.Attachments;
import org.portolan.collection.CollectionInFull;
import org.portolan.collection.Collections;
import org.portolan.knowledge.PracticeInFull;
import org.portolan.knowledge.PracticeParcel;
import org.portolan.knowledge.PracticeParcels;
import org.portolan.knowledge.Source;
import org.portolan.platform.config.Installation;

/**
 * A collection as a file that another installation takes in: what of it the person may read, with
 * all languages, files, licences and sources. It is written as it is sent, some practices at a
 * time, and the same content makes the same bytes.
 */
@ApplicationScoped
public class PackExport {
  private static final int AT_ONCE = 10;

  @Inject private Collections collections;
  @Inject private PracticeParcels parcels;
  @Inject private Attachments attachments;
  @Inject private PackOrigins origins;
  @Inject private PackFiles files;
  @Inject private Installation installation;

  /** What is to be written; refuses whoever may not see the collection before anything is sent. */
  public CollectionInFull plan(long collection) {
    return collections.inFull(collection);
  }

  public void write(CollectionInFull collection, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    List<PackedPractice> packed = new ArrayList<>();
    Instant last = collection.updatedAt();
    List<Long> ids = collection.practices();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Map<Long, PracticeParcel> readable = parcels.readable(some);
      Map<Long, List<AttachedFile>> attached = attachments.shownOf(readable.keySet());
      Map<Long, PackOrigins.Origin> cameFrom =
          origins.ofRecords(PackOrigins.PRACTICE, readable.keySet());
      for (PracticeParcel parcel :
          some.stream().map(readable::get).filter(Objects::nonNull).toList()) {
        PackedPractice practice =
            put(
                zip,
                packed.size() + 1,
                parcel,
                cameFrom.get(parcel.id()),
                attached.getOrDefault(parcel.id(), List.of()));
        packed.add(practice);
        last = practice.date().isAfter(last) ? practice.date() : last;
      }
    }
    PackOrigins.Origin origin =
        origins.ofRecords(PackOrigins.COLLECTION, List.of(collection.id())).get(collection.id());
    PackFormat.put(
        zip,
        PackFormat.MANIFEST,
        new Manifest(
                installation.baseUrl(),
                last,
                new PackedCollection(
                    origin == null
                        ? installation.baseUrl() + "/collections/" + collection.id()
                        : origin.id(),
                    collection.region(),
                    collection.texts()),
                packed)
            .write());
    zip.finish();
  }

  private PackedPractice put(
      ZipOutputStream zip,
      int place,
      PracticeParcel parcel,
      PackOrigins.Origin origin,
      List<AttachedFile> attached)
      throws IOException {
    String entry = PackFormat.entry("practices", place, ".json");
    PackFormat.put(zip, entry, parcel.content());
    List<PackedFile> packed = files.put(zip, place, attached);
    PracticeInFull practice = parcel.practice();
    PracticeInFull.Text original = practice.texts().get(0);
    Source source = practice.source();
    boolean asTaken = origin != null && origin.digest().equals(parcel.digest());
    return new PackedPractice(
        origin == null
            ? installation.baseUrl() + "/knowledge/" + practice.summary().code()
            : origin.id(),
        entry,
        PackFormat.hash(parcel.content().getBytes(StandardCharsets.UTF_8)),
        asTaken ? origin.edition() : practice.edition(),
        asTaken ? origin.date() : parcel.editionAt(),
        original.title(),
        practice.texts().stream().map(PracticeInFull.Text::language).toList(),
        source.licence(),
        source.consentFrom(),
        source.consentOn(),
        source.readers(),
        packed);
  }
}
