package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.portolan.attachment.download.Downloads;
import org.portolan.knowledge.PracticeFile;
import org.portolan.knowledge.PracticeFiles;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.reading.FileFormat;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.FileName;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.FileUse;
import org.portolan.platform.storage.StoredFile;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Files of practices: readers take them, editors of the region of a practice add and remove. */
@ApplicationScoped
public class Attachments implements PracticeFiles {
  /** What attachments are called in the index and in the store of files. */
  public static final String KIND = "attachment";

  public static final int MOST = 40;
  public static final int LONGEST_TITLE = 200;

  @Inject private AttachmentRepository attachments;
  @Inject private PracticePlaces practices;
  @Inject private Downloads downloads;
  @Inject private FileStore files;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  @Override
  @Transactional
  public List<PracticeFile> shown(long practice, boolean draft) {
    return attachments.ofPractice(practice).stream()
        .filter(attachment -> draft || attachment.stage() != Stage.ADDED)
        .map(
            attachment ->
                new PracticeFile(
                    attachment.id(),
                    attachment.title(),
                    attachment.language(),
                    attachment.fileName().ending(),
                    attachment.size(),
                    attachment.picture().orElse(null)))
        .toList();
  }

  /** The files that readers see of published practices that the person may read, by practice. */
  @Transactional
  public Map<Long, List<AttachedFile>> shownOf(Collection<Long> practiceIds) {
    return filesOf(
        practices.readable(practiceIds).keySet(), attachment -> attachment.stage() != Stage.ADDED);
  }

  /** The files that editors see of practices of their own regions, by practice. */
  @Transactional
  public Map<Long, List<AttachedFile>> deskOf(Collection<Long> practiceIds) {
    return filesOf(
        practices.known(practiceIds).values().stream()
            .filter(PracticePlace::own)
            .map(PracticePlace::id)
            .toList(),
        attachment -> attachment.stage() != Stage.LEAVING);
  }

  private Map<Long, List<AttachedFile>> filesOf(
      Collection<Long> allowed, Predicate<Attachment> wanted) {
    List<Attachment> found = attachments.ofPractices(allowed).stream().filter(wanted).toList();
    Map<Long, StoredFile> stored = files.find(KIND, found.stream().map(Attachment::id).toList());
    Map<Long, List<AttachedFile>> all = new HashMap<>();
    for (Attachment each : found) {
      StoredFile file = stored.get(each.id());
      if (file != null) {
        all.computeIfAbsent(each.practiceId(), id -> new ArrayList<>())
            .add(new AttachedFile(each.id(), each.title(), each.language(), each.fileName(), file));
      }
    }
    return all;
  }

  /** The practice whose attachments an editor is about to look at or change. */
  @Transactional
  public PracticePlace practice(String code) {
    return practices.own(code);
  }

  /** All attachments of a practice of the editor's own region. */
  @Transactional
  public List<AttachmentSummary> desk(String code) {
    long practice = practices.own(code).id();
    Map<Long, Long> taken = downloads.files(practice);
    return attachments.ofPractice(practice).stream()
        .map(each -> AttachmentSummary.of(each, taken.getOrDefault(each.id(), 0L)))
        .toList();
  }

  /** Refuses what {@link #add} would refuse, before a file is taken in. */
  @Transactional(rollbackOn = InvalidAttachment.class)
  public void requireRoom(String code, String language, String title) throws InvalidAttachment {
    PracticePlace practice = practices.own(code);
    if (!practice.changeable()) {
      throw new ChangedMeanwhile();
    }
    if (title.isBlank()) {
      throw new InvalidAttachment("title.missing");
    }
    if (title.strip().length() > LONGEST_TITLE) {
      throw new InvalidAttachment("title.long");
    }
    if (Language.of(language).isEmpty()) {
      throw new InvalidAttachment("language.missing");
    }
    if (attachments.ofPractice(practice.id()).size() >= MOST) {
      throw new InvalidAttachment("many");
    }
  }

  /**
   * Adds a file that the store has kept. Readers see it with the next version of the practice.
   *
   * @param name that the sender's system gave it
   */
  @Transactional(rollbackOn = InvalidAttachment.class)
  public long add(String code, String language, String title, String name, StoredFile file)
      throws InvalidAttachment {
    requireRoom(code, language, title);
    PracticePlace practice = practices.write(code);
    FileFormat format =
        FileFormat.of(file.mediaType())
            .orElseThrow(() -> new IllegalArgumentException("no document: " + file.mediaType()));
    Attachment attachment =
        new Attachment(
            practice.id(),
            language,
            title.strip(),
            FileName.of(name, format),
            file,
            clock.instant());
    attachments.add(attachment);
    files.use(file, new FileUse(KIND, attachment.id()));
    entry("attachment.added", practice).change("file", null, attachment.title()).write();
    return attachment.id();
  }

  /** Takes one away: at once where nobody saw it yet, else with the next version. */
  @Transactional
  public void remove(String code, long id) {
    PracticePlace practice = practices.write(code);
    Attachment attachment =
        attachments.find(practice.id(), id).orElseThrow(() -> new NotFound("attachment " + id));
    entry("attachment.removed", practice).change("file", attachment.title(), null).write();
    if (attachment.leave()) {
      drop(attachment);
    }
  }

  void drop(Attachment attachment) {
    files.release(new FileUse(KIND, attachment.id()));
    attachments.remove(attachment);
  }

  /**
   * An attachment with a part of its text, for whoever may read the practice.
   *
   * @param number of the part; one that is not there is the first
   */
  @Transactional
  public AttachmentPage page(String code, long id, int number) {
    PracticePlace practice = practices.readable(code);
    Attachment attachment = readable(practice, id);
    int shown =
        !attachment.reading().readable()
            ? 0
            : number < 1 || number > attachment.parts() ? 1 : number;
    return new AttachmentPage(
        practice,
        AttachmentSummary.of(attachment, 0),
        shown,
        shown == 0 ? "" : attachments.part(id, shown).orElse(""));
  }

  /** The file itself. */
  @Transactional
  public AttachmentFile take(String code, long id) {
    PracticePlace practice = practices.readable(code);
    Attachment attachment = readable(practice, id);
    StoredFile file =
        files.find(new FileUse(KIND, id)).orElseThrow(() -> new NotFound("file of " + id));
    return new AttachmentFile(
        practice.id(),
        attachment.language(),
        shown(practice, attachment),
        file,
        attachment.fileName());
  }

  /**
   * The picture of its first page, for whoever may take the file.
   *
   * @param tag of the picture that is meant; another is not there
   */
  @Transactional
  public AttachmentPicture picture(String code, long id, String tag) {
    PracticePlace practice = practices.readable(code);
    Attachment attachment = readable(practice, id);
    byte[] content =
        attachment
            .picture()
            .filter(picture -> picture.tag().equals(tag))
            .flatMap(picture -> attachments.picture(id))
            .orElseThrow(() -> new NotFound("picture of attachment " + id));
    return new AttachmentPicture(content, shown(practice, attachment));
  }

  /** Whether readers see it, and not its editors alone. */
  private static boolean shown(PracticePlace practice, Attachment attachment) {
    return !practice.draft() && attachment.stage() != Stage.ADDED;
  }

  /** What is only to be added is seen by those who edit the practice. */
  private Attachment readable(PracticePlace practice, long id) {
    return attachments
        .find(practice.id(), id)
        .filter(
            attachment -> attachment.stage() != Stage.ADDED || practice.draft() || practice.own())
        .orElseThrow(() -> new NotFound("attachment " + id));
  }

  private Deed entry(String action, PracticePlace practice) {
    return audit
        .entry(action, "practice", practice.id())
        .scope(Scope.region(practice.regionCode()));
  }
}
