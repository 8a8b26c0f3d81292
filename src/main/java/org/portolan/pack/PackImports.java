package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.attachment.AttachedFile;
import org.portolan.attachment.Attachments;
import org.portolan.attachment.InvalidAttachment;
import org.portolan.attachment.Uploads;
import org.portolan.collection.InvalidCollection;
import org.portolan.knowledge.InvalidPractice;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.ParcelStand;
import org.portolan.knowledge.PlacedParcel;
import org.portolan.knowledge.PracticeParcels;
import org.portolan.pack.PackOrigins.Origin;
import org.portolan.pack.RefusedPack.Reason;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.RefusedFile;
import org.portolan.platform.storage.StagedFiles;
import org.portolan.platform.storage.StoredFile;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * Taking in what another installation gave away: the file is looked through, and what its editors
 * choose becomes drafts of their region, with licence and source; its files come as any upload
 * does. What was taken and what was not can be told at any time, as nothing is kept but the file.
 */
@ApplicationScoped
public class PackImports {

  /** Of a file that is sent, in bytes. */
  public static final long LARGEST = PackFormat.MOST_MEGABYTES * PackFormat.MEGABYTE;

  private static final Logger LOG = Logger.getLogger(PackImports.class.getName());

  /** After so long a request takes nothing more; the next goes on. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject private PackSteps steps;
  @Inject private PackOrigins origins;
  @Inject private PracticeParcels parcels;
  @Inject private Attachments attachments;
  @Inject private KnowledgeService knowledge;
  @Inject private FileStore files;
  @Inject private StagedFiles staged;
  @Inject private Installation installation;
  @Inject private Clock clock;

  /** Packs at the desks of the editor's regions, the last sent first. */
  public List<SentPack> list() {
    return steps.list(PackImport.PACK);
  }

  /** Whether another pack may be sent for a region of the editor. */
  public boolean room(String region) {
    return steps.room(region);
  }

  /** Takes a file to look through. Gives its number. */
  public long send(String region, String name, InputStream in) throws IOException, RefusedPack {
    if (!room(region)) {
      throw new NotFound("room at the desk of " + region);
    }
    long[] size = {0};
    String file =
        staged.<RefusedPack>put(
            out -> size[0] = copy(in, out, PackFormat.MOST_MEGABYTES * PackFormat.MEGABYTE));
    boolean kept = false;
    try {
      if (size[0] == 0) {
        throw new RefusedPack(Reason.EMPTY);
      }
      long id = steps.begin(new PackImport(region, file, named(name), size[0], clock.instant()));
      kept = true;
      return id;
    } finally {
      if (!kept) {
        staged.drop(file);
      }
    }
  }

  static long copy(InputStream in, OutputStream out, long most) throws IOException, RefusedPack {
    byte[] piece = new byte[64 * 1024];
    long size = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      size += read;
      if (size > most) {
        throw new RefusedPack(Reason.LARGE, PackFormat.MOST_MEGABYTES);
      }
      out.write(piece, 0, read);
    }
    return size;
  }

  /** As it is shown: its end, where it is long, without anything that cannot be seen. */
  static String named(String name) {
    String last =
        name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')))
            .replaceAll("\\p{C}", "")
            .strip();
    return last.length() > 200 ? last.substring(last.length() - 200) : last;
  }

  /** What would come of it, without changing anything. */
  public DryRun look(long id) {
    PackImport pack = steps.find(id, PackImport.PACK);
    try (OpenPack open = OpenPack.open(file(pack))) {
      return look(pack, open);
    } catch (RefusedPack refused) {
      return new DryRun(pack.sent(), refused, null, List.of(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(PackImport pack) throws RefusedPack {
    Path file = staged.path(pack.staged());
    if (!Files.isRegularFile(file)) {
      throw new RefusedPack(Reason.EMPTY);
    }
    return file;
  }

  private DryRun look(PackImport pack, OpenPack open) throws RefusedPack {
    Manifest manifest = open.manifest();
    Map<String, Origin> known =
        origins.byIds(
            PackOrigins.PRACTICE, manifest.practices().stream().map(PackedPractice::id).toList());
    Map<String, Long> numbers = numbers(manifest, known);
    Map<Long, ParcelStand> standing = parcels.standing(numbers.values());
    Map<Long, List<AttachedFile>> attached = attachments.deskOf(numbers.values());
    Map<Integer, List<Arriving.FileLeft>> taken = steps.taken(pack.id());
    List<Arriving> practices = new ArrayList<>();
    for (PackedPractice practice : manifest.practices()) {
      int place = practices.size() + 1;
      PlacedParcel placed = parcels.place(open.content(practice), pack.regionCode());
      Long number = numbers.get(practice.id());
      ParcelStand stand = number == null ? null : standing.get(number);
      Set<String> here =
          number == null
              ? Set.of()
              : attached.getOrDefault(number, List.of()).stream()
                  .map(file -> file.file().hash())
                  .collect(Collectors.toSet());
      String refusal = refusal(practice, placed, number, stand);
      Arrival arrival =
          refusal != null
              ? Arrival.REFUSED
              : arrival(practice, placed, stand, known.get(practice.id()), here);
      practices.add(
          new Arriving(
              place,
              practice,
              placed.title().isEmpty() ? practice.title() : placed.title(),
              placed.language(),
              arrival,
              stand == null ? null : stand.code(),
              remarks(placed, arrival),
              refusal,
              taken.containsKey(place),
              taken.getOrDefault(place, List.of())));
    }
    return new DryRun(pack.sent(), null, manifest, practices, collection(manifest));
  }

  /** The numbers here of what came from there before, or was written here. */
  private Map<String, Long> numbers(Manifest manifest, Map<String, Origin> known) {
    String home = installation.baseUrl() + "/knowledge/";
    Map<String, String> own =
        manifest.practices().stream()
            .map(PackedPractice::id)
            .filter(id -> id.startsWith(home) && !known.containsKey(id))
            .collect(Collectors.toMap(id -> id, id -> id.substring(home.length())));
    Map<String, Long> codes = parcels.numbers(own.values());
    Map<String, Long> numbers = new HashMap<>();
    own.forEach(
        (id, code) -> {
          if (codes.containsKey(code)) {
            numbers.put(id, codes.get(code));
          }
        });
    known.forEach((id, origin) -> numbers.put(id, origin.record()));
    return numbers;
  }

  private Long collection(Manifest manifest) {
    String id = manifest.collection().id();
    Origin origin = origins.byIds(PackOrigins.COLLECTION, List.of(id)).get(id);
    return origin == null ? null : origin.record();
  }

  private static String refusal(
      PackedPractice practice, PlacedParcel placed, Long number, ParcelStand stand) {
    if (number != null && (stand == null || !stand.own())) {
      return "elsewhere";
    }
    if (stand != null && !stand.changeable()) {
      return "not-now";
    }
    if (placed.problems().isEmpty()) {
      return null;
    }
    String problem = placed.problems().values().iterator().next();
    return switch (problem) {
      case "theme.missing" -> "theme";
      case "parcel.readers", "readers.member" -> "readers";
      case "year.wrong", "consentOn.wrong" -> "date";
      case "language.missing" -> "language";
      case "licence.missing" -> "licence";
      default -> problem.endsWith(".long") ? "long" : "unreadable";
    };
  }

  private static Arrival arrival(
      PackedPractice practice,
      PlacedParcel placed,
      ParcelStand stand,
      Origin origin,
      Set<String> here) {
    if (stand == null) {
      return Arrival.NEW;
    }
    Instant since = origin == null ? stand.editionAt() : origin.date();
    boolean later = since != null && practice.date().truncatedTo(ChronoUnit.MICROS).isBefore(since);
    Arrival arrival =
        Arrival.of(placed.digest(), origin == null ? null : origin.digest(), stand.digest(), later);
    boolean filesMissing = practice.files().stream().anyMatch(file -> !here.contains(file.hash()));
    return arrival == Arrival.SAME && filesMissing && !later ? Arrival.NEWER : arrival;
  }

  private static List<String> remarks(PlacedParcel placed, Arrival arrival) {
    return arrival != Arrival.NEW
        ? List.of()
        : Stream.of(placed.moved() ? "moved" : null, placed.orphaned() ? "member" : null)
            .filter(Objects::nonNull)
            .toList();
  }

  /**
   * Takes the chosen ones in, as many as the time of a request allows.
   *
   * @param chosen places in the pack
   * @return how many of them are left for the next time
   */
  public int take(long id, Set<Integer> chosen) throws RefusedPack {
    PackImport pack = steps.find(id, PackImport.PACK);
    Instant limit = clock.instant().plus(PATIENCE);
    try (OpenPack open = OpenPack.open(file(pack))) {
      DryRun run = look(pack, open);
      int left = 0;
      Map<Integer, String> here = new LinkedHashMap<>();
      for (Arriving each : run.practices()) {
        boolean wanted = chosen.contains(each.place()) && each.arrival().takable();
        if (wanted && clock.instant().isAfter(limit)) {
          left++;
        } else if (wanted) {
          here.put(each.place(), take(pack, open, each));
        } else if (each.code() != null) {
          here.put(each.place(), each.code());
        }
      }
      here.values().removeIf(Objects::isNull);
      if (left == 0) {
        collect(pack, open.manifest(), List.copyOf(here.values()));
      }
      return left;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The collection is a help; where it cannot be made, the practices are here all the same. */
  private void collect(PackImport pack, Manifest manifest, List<String> codes) {
    String home = installation.baseUrl() + "/collections/";
    if (manifest.collection().id().startsWith(home)) {
      return;
    }
    try {
      steps.collect(pack.id(), manifest, codes);
    } catch (InvalidCollection | NotAllowed | NotFound e) {
      LOG.log(Level.INFO, "No collection was made of a pack", e);
    }
  }

  /** Null where somebody was quicker. */
  private String take(PackImport pack, OpenPack open, Arriving each) throws RefusedPack {
    String content = open.content(each.practice());
    ParcelStand stand;
    try {
      stand =
          steps.write(
              pack.id(),
              each.practice(),
              each.code(),
              content,
              parcels.place(content, pack.regionCode()).digest());
    } catch (InvalidPractice | ChangedMeanwhile e) {
      return null;
    }
    List<Arriving.FileLeft> left = new ArrayList<>();
    Set<String> here = new HashSet<>();
    attachments
        .deskOf(List.of(stand.id()))
        .getOrDefault(stand.id(), List.of())
        .forEach(file -> here.add(file.file().hash()));
    for (PackedFile file : each.practice().files()) {
      if (!here.contains(file.hash())) {
        String reason = take(open, file, stand.code());
        if (reason != null) {
          left.add(new Arriving.FileLeft(file.title(), reason));
        }
      }
    }
    steps.took(pack.id(), each.place(), stand.id(), left);
    return stand.code();
  }

  /** Gives the key of why it was not taken, or null. */
  private String take(OpenPack open, PackedFile file, String code) {
    try (InputStream in = open.open(file)) {
      StoredFile stored = files.keep(in, FileRules.document(Uploads.MEGABYTES));
      if (!stored.hash().equals(file.hash())) {
        return "pack.file.changed";
      }
      attachments.add(code, file.language(), file.title(), file.name(), stored);
      return null;
    } catch (RefusedFile refused) {
      return key(refused);
    } catch (InvalidAttachment invalid) {
      return "attachment.wrong." + invalid.problem();
    } catch (RefusedPack | IOException | UncheckedIOException e) {
      return "pack.file.changed";
    }
  }

  static String key(RefusedFile refused) {
    return "platform.file.refused."
        + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Puts the file away; what was taken stays. */
  public void close(long id) {
    steps.close(id);
  }

  /** Regions of the editor, for the one who sends a file. */
  public Set<String> regions() {
    return knowledge.ownRegions();
  }
}
