package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portolan.collection.CollectionEdit;
import org.portolan.collection.Collections;
import org.portolan.collection.InvalidCollection;
import org.portolan.collection.OpenCollection;
import org.portolan.knowledge.InvalidPractice;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.ParcelStand;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.knowledge.PracticeParcels;
import org.portolan.pack.PackOrigins.Origin;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.StagedFiles;
import org.portolan.platform.web.NotFound;

/** The steps of taking a pack in, each in its own transaction; files are read between them. */
@ApplicationScoped
class PackSteps {
  /** At one desk at a time; what nobody looks at any more is to be put away first. */
  static final int MOST = 5;

  @Inject private PackImportRepository packs;
  @Inject private PackOrigins origins;
  @Inject private KnowledgeService knowledge;
  @Inject private PracticeParcels parcels;
  @Inject private Collections collections;
  @Inject private StagedFiles staged;
  @Inject private AuditTrail audit;

  @Transactional
  public List<SentPack> list(String kind) {
    return packs.ofRegions(knowledge.ownRegions()).stream()
        .filter(pack -> pack.kind().equals(kind))
        .map(PackImport::sent)
        .toList();
  }

  /** Whether there is room at the desk of a region of the editor. */
  @Transactional
  public boolean room(String region) {
    return knowledge.ownRegions().contains(region) && packs.ofRegions(Set.of(region)).size() < MOST;
  }

  @Transactional
  public long begin(PackImport pack) {
    String region = pack.regionCode();
    if (!knowledge.ownRegions().contains(region)) {
      throw new NotFound("region " + region);
    }
    packs.lockRegion(region);
    if (packs.ofRegions(Set.of(region)).size() >= MOST) {
      throw new NotFound("room at the desk of " + region);
    }
    packs.add(pack);
    entry(pack.kind().equals(PackImport.PACK) ? "pack.sent" : "pack.documents", pack)
        .change("file", null, pack.sent().name())
        .write();
    return pack.id();
  }

  @Transactional
  public PackImport find(long id, String kind) {
    PackImport pack = own(id);
    if (!pack.kind().equals(kind)) {
      throw new NotFound("pack " + id);
    }
    return pack;
  }

  /** What was read out of the documents of a folder, by the digest of their names. */
  @Transactional
  public Map<String, ReadText> texts(long id) {
    return packs.texts(own(id).id());
  }

  @Transactional
  public void keep(long id, String file, ReadText text) {
    packs.keep(own(id).id(), file, text);
  }

  /** The codes of drafts that were begun of a folder, by place. */
  @Transactional
  public Map<Integer, String> codes(long id) {
    Map<Integer, Long> numbers = packs.numbers(own(id).id());
    Map<Long, ParcelStand> standing = parcels.standing(numbers.values());
    Map<Integer, String> codes = new HashMap<>();
    numbers.forEach((place, number) -> codes.put(place, standing.get(number).code()));
    return codes;
  }

  /** Begins a draft. Gives its code. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public String draft(long id, int place, PracticeEdit edit) throws InvalidPractice {
    PackImport pack = own(id);
    String code = knowledge.draft(edit);
    packs.took(pack.id(), place, parcels.numbers(List.of(code)).get(code), List.of());
    return code;
  }

  /** The document of a draft was not taken with it. */
  @Transactional
  public void left(long id, int place, String file, String reason) {
    packs.took(
        own(id).id(),
        place,
        packs.numbers(id).get(place),
        List.of(new Arriving.FileLeft(file, reason)));
  }

  private PackImport own(long id) {
    Set<String> regions = knowledge.ownRegions();
    return packs
        .find(id)
        .filter(pack -> regions.contains(pack.regionCode()))
        .orElseThrow(() -> new NotFound("pack " + id));
  }

  @Transactional
  public Map<Integer, List<Arriving.FileLeft>> taken(long id) {
    return packs.taken(own(id).id());
  }

  @Transactional
  public void close(long id) {
    PackImport pack = own(id);
    entry("pack.closed", pack).change("file", pack.sent().name(), null).write();
    staged.drop(pack.staged());
    packs.remove(pack);
  }

  /** Begins a practice, or writes over what came of it before. Gives its number. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public ParcelStand write(
      long id, PackedPractice practice, String code, String content, String digest)
      throws InvalidPractice {
    PackImport pack = own(id);
    long record;
    if (code == null) {
      record = parcels.draft(content, pack.regionCode());
    } else {
      record = parcels.numbers(List.of(code)).get(code);
      parcels.write(code, content);
    }
    origins.keep(
        PackOrigins.PRACTICE,
        new Origin(
            record,
            practice.id(),
            practice.edition(),
            practice.date().truncatedTo(ChronoUnit.MICROS),
            digest));
    audit
        .entry("pack.taken", KnowledgeService.KIND, record)
        .scope(Scope.region(pack.regionCode()))
        .change("origin", null, practice.id())
        .change("edition", null, practice.edition())
        .write();
    return parcels.standing(List.of(record)).get(record);
  }

  @Transactional
  public void took(long id, int place, long practice, List<Arriving.FileLeft> left) {
    packs.took(own(id).id(), place, practice, left);
  }

  /**
   * Begins the collection of a pack with those of its practices that are here; what was begun and
   * no reader saw yet gets those that it lacks.
   */
  @Transactional(rollbackOn = InvalidCollection.class)
  public void collect(long id, Manifest manifest, List<String> codes) throws InvalidCollection {
    PackImport pack = own(id);
    PackedCollection sent = manifest.collection();
    Optional<Origin> known = origins.byId(PackOrigins.COLLECTION, sent.id());
    if (codes.isEmpty()) {
      return;
    }
    if (known.isPresent()) {
      complete(known.get().record(), codes);
      return;
    }
    long begun = collections.add(new CollectionEdit(pack.regionCode(), sent.texts(), codes));
    origins.keep(
        PackOrigins.COLLECTION,
        new Origin(begun, sent.id(), 1, manifest.date().truncatedTo(ChronoUnit.MICROS), ""));
  }

  private void complete(long id, List<String> codes) throws InvalidCollection {
    OpenCollection open = collections.open(id);
    List<String> all = new ArrayList<>(open.edit().codes());
    codes.stream().filter(code -> !all.contains(code)).forEach(all::add);
    if (!open.published() && all.size() > open.edit().codes().size()) {
      collections.save(
          id, open.version(), new CollectionEdit(open.edit().region(), open.edit().texts(), all));
    }
  }

  private Deed entry(String action, PackImport pack) {
    return audit.entry(action, "pack", pack.id()).scope(Scope.region(pack.regionCode()));
  }
}
