package org.portolan.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/**
 * Reading collections, which everybody may, and making them, which editors and the Regional Office
 * do for their region. Whoever reads one sees and counts those of its practices that they may read.
 */
@ApplicationScoped
public class Collections {
  /** What collections are called in the index. */
  public static final String KIND = "collection";

  @Inject private CollectionRepository collections;
  @Inject private KnowledgeService knowledge;
  @Inject private PracticePlaces practices;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private Changes changes;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** All that are published, the last published first. */
  @Transactional
  public List<CollectionSummary> published(Language reader) {
    return summaries(collections.published(), reader);
  }

  /**
   * Published collections for whoever asks, the last published first, behind a place in the list.
   *
   * @param region or null for all
   * @param cursor what {@link CollectionSlice#next} said, null for the beginning
   */
  @Transactional
  public CollectionSlice after(String region, String cursor, int count) {
    if (region != null && directory.findRegion(region).isEmpty()) {
      return new CollectionSlice(List.of(), 0, null, Map.of("region", region));
    }
    List<PracticeCollection> found =
        collections.published(region, CollectionCursor.read(cursor).orElse(null), count + 1);
    boolean more = found.size() > count;
    List<PracticeCollection> shown = more ? found.subList(0, count) : found;
    return new CollectionSlice(
        told(shown),
        collections.countPublished(region),
        more ? CollectionCursor.behind(shown.get(count - 1)).written() : null,
        Map.of());
  }

  /** A published collection in all its languages. */
  @Transactional
  public Optional<ToldCollection> told(long id) {
    return told(collections.find(id).filter(PracticeCollection::published).stream().toList())
        .stream()
        .findFirst();
  }

  private List<ToldCollection> told(List<PracticeCollection> all) {
    List<Long> ids = all.stream().map(PracticeCollection::id).toList();
    Map<Long, Map<String, CollectionText>> texts = collections.texts(ids);
    Map<Long, List<Long>> items = collections.practices(ids);
    Set<Long> readable = readable(items);
    return all.stream()
        .map(
            each ->
                new ToldCollection(
                    each.id(),
                    each.regionCode(),
                    each.publishedAt(),
                    each.updatedAt(),
                    texts.get(each.id()),
                    items.getOrDefault(each.id(), List.of()).stream()
                        .filter(readable::contains)
                        .toList()))
        .toList();
  }

  private Set<Long> readable(Map<Long, List<Long>> items) {
    return practices
        .readable(items.values().stream().flatMap(List::stream).collect(Collectors.toSet()))
        .keySet();
  }

  /** Those of the regions of the person, the last changed first. */
  @Transactional
  public List<CollectionSummary> desk(Language reader) {
    return summaries(collections.ofRegions(requireRegions()), reader);
  }

  private List<CollectionSummary> summaries(List<PracticeCollection> all, Language reader) {
    List<Long> ids = all.stream().map(PracticeCollection::id).toList();
    Map<Long, Map<String, CollectionText>> texts = collections.texts(ids);
    Map<Long, List<Long>> items = collections.practices(ids);
    Set<Long> readable = readable(items);
    return all.stream()
        .map(
            each ->
                summary(
                    each,
                    texts.get(each.id()),
                    reader,
                    items.getOrDefault(each.id(), List.of()).stream()
                        .filter(readable::contains)
                        .count()))
        .toList();
  }

  /** A published collection, or a draft for those who make it. */
  @Transactional
  public CollectionView find(long id, Language reader) {
    PracticeCollection collection =
        collections
            .find(id)
            .filter(each -> each.published() || makes(each.regionCode()))
            .orElseThrow(() -> new NotFound("collection " + id));
    List<Long> items = collections.practices(List.of(id)).getOrDefault(id, List.of());
    Map<Long, PracticeSummary> read = knowledge.summaries(items, reader);
    List<PracticeSummary> shown = items.stream().map(read::get).filter(Objects::nonNull).toList();
    return new CollectionView(
        summary(collection, collections.texts(List.of(id)).get(id), reader, shown.size()),
        shown,
        makes(collection.regionCode()));
  }

  /** The same in all its languages, with the numbers of what the person may read of it. */
  @Transactional
  public CollectionInFull inFull(long id) {
    PracticeCollection collection =
        collections
            .find(id)
            .filter(each -> each.published() || makes(each.regionCode()))
            .orElseThrow(() -> new NotFound("collection " + id));
    List<Long> items = collections.practices(List.of(id)).getOrDefault(id, List.of());
    Set<Long> readable = practices.readable(items).keySet();
    return new CollectionInFull(
        id,
        collection.regionCode(),
        collection.updatedAt(),
        collections.texts(List.of(id)).getOrDefault(id, Map.of()),
        items.stream().filter(readable::contains).toList());
  }

  private static CollectionSummary summary(
      PracticeCollection collection,
      Map<String, CollectionText> texts,
      Language reader,
      long practices) {
    String language =
        texts.containsKey(reader.code())
            ? reader.code()
            : texts.containsKey(Language.EN.code())
                ? Language.EN.code()
                : texts.keySet().iterator().next();
    CollectionText text = texts.get(language);
    return new CollectionSummary(
        collection.id(),
        collection.regionCode(),
        text.title(),
        text.words(),
        language,
        collection.published(),
        collection.updatedAt(),
        practices);
  }

  /** Regions for which the person makes collections; whoever has none is refused. */
  @Transactional
  public Set<String> requireRegions() {
    me.require();
    Set<String> regions =
        directory.regions().stream()
            .map(RegionSummary::code)
            .filter(this::makes)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (regions.isEmpty()) {
      throw new NotAllowed();
    }
    return regions;
  }

  private boolean makes(String region) {
    return me.holds(Role.EDITOR, Scope.region(region)) || me.holds(Role.ROCB, Scope.region(region));
  }

  @Transactional
  public OpenCollection open(long id) {
    PracticeCollection collection = own(collections.find(id), id);
    List<Long> items = collections.practices(List.of(id)).getOrDefault(id, List.of());
    Map<Long, PracticePlace> read = practices.known(items);
    return new OpenCollection(
        id,
        collection.version(),
        collection.published(),
        new CollectionEdit(
            collection.regionCode(),
            collections.texts(List.of(id)).get(id),
            items.stream()
                .map(read::get)
                .filter(Objects::nonNull)
                .map(PracticePlace::code)
                .toList()));
  }

  /** Begins one, which readers do not see yet. Gives its number. */
  @Transactional(rollbackOn = InvalidCollection.class)
  public long add(CollectionEdit edit) throws InvalidCollection {
    List<Long> items = checked(edit);
    PracticeCollection collection = new PracticeCollection(edit.region(), clock.instant());
    collections.add(collection);
    collections.write(collection.id(), edit.texts(), items);
    entry("collection.made", collection)
        .change("title", null, title(edit))
        .change("practices", null, String.join(" ", edit.codes()))
        .write();
    return collection.id();
  }

  /**
   * Keeps what was written. Of a published one readers see it at once. Its region stays. What the
   * person may not read and others put into it is left out then.
   *
   * @throws ChangedMeanwhile when it is no longer that version
   */
  @Transactional(rollbackOn = InvalidCollection.class)
  public void save(long id, int version, CollectionEdit edit) throws InvalidCollection {
    PracticeCollection collection = locked(id, version);
    CollectionEdit kept = new CollectionEdit(collection.regionCode(), edit.texts(), edit.codes());
    List<Long> items = checked(kept);
    if (collection.published() && practices.readable(items).isEmpty()) {
      throw new InvalidCollection(Map.of("codes", "none"));
    }
    CollectionEdit before = open(id).edit();
    collection.changed(clock.instant());
    collections.flush();
    collections.write(id, kept.texts(), items);
    if (collection.published()) {
      changes.record(KIND, id);
    }
    entry("collection.changed", collection)
        .change("title", title(before), title(kept))
        .change("practices", String.join(" ", before.codes()), String.join(" ", kept.codes()))
        .write();
  }

  @Transactional(rollbackOn = InvalidCollection.class)
  public void publish(long id, int version) throws InvalidCollection {
    PracticeCollection collection = locked(id, version);
    List<Long> items = collections.practices(List.of(id)).getOrDefault(id, List.of());
    if (practices.readable(items).isEmpty()) {
      throw new InvalidCollection(Map.of("codes", "none"));
    }
    collection.publish(clock.instant());
    collections.flush();
    changes.record(KIND, id);
    entry("collection.published", collection).write();
  }

  /** Readers do not see it any more. */
  @Transactional
  public void takeDown(long id, int version) {
    PracticeCollection collection = locked(id, version);
    collection.takeDown(clock.instant());
    collections.flush();
    changes.record(KIND, id);
    entry("collection.taken-down", collection).write();
  }

  private PracticeCollection locked(long id, int version) {
    PracticeCollection collection = own(collections.lock(id), id);
    if (collection.version() != version) {
      throw new ChangedMeanwhile();
    }
    return collection;
  }

  private PracticeCollection own(Optional<PracticeCollection> found, long id) {
    Set<String> regions = requireRegions();
    return found
        .filter(each -> regions.contains(each.regionCode()))
        .orElseThrow(() -> new NotFound("collection " + id));
  }

  /** Numbers of its practices, where nothing is wrong. */
  private List<Long> checked(CollectionEdit edit) throws InvalidCollection {
    Map<String, PracticePlace> known = practices.knownByCode(edit.codes());
    Map<String, String> problems = edit.problems(requireRegions(), known.keySet());
    if (!problems.isEmpty()) {
      throw new InvalidCollection(problems);
    }
    return edit.codes().stream().map(known::get).map(PracticePlace::id).toList();
  }

  private static String title(CollectionEdit edit) {
    Collection<CollectionText> texts = edit.texts().values();
    return texts.iterator().next().title();
  }

  private Deed entry(String action, PracticeCollection collection) {
    return audit.entry(action, KIND, collection.id()).scope(Scope.region(collection.regionCode()));
  }
}
