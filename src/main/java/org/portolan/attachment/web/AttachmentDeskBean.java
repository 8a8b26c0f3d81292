package org.portolan.attachment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portolan.attachment.AttachmentSummary;
import org.portolan.attachment.Attachments;
import org.portolan.attachment.UploadState;
import org.portolan.attachment.Uploads;
import org.portolan.knowledge.PracticePlace;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.storage.RefusedFile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;

/** The attachments of a practice at its editors' desk. */
@Named
@RequestScoped
public class AttachmentDeskBean {
  private static final Set<String> DONE = Set.of("added", "removed", "given-up");
  private static final Set<String> WRONG =
      Set.of("title.missing", "title.long", "language.missing", "many");

  @Inject private Attachments attachments;
  @Inject private Uploads uploads;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;

  private PracticePlace practice;
  private List<AttachmentSummary> all;
  private List<UploadState> underWay;

  /** Runs before the page is shown: nothing of it may be on the way when it is refused. */
  public void open() {
    String code = String.valueOf(parameters.get("code"));
    practice = attachments.practice(code);
    all = attachments.desk(code);
    underWay = uploads.mine(code);
  }

  public PracticePlace getPractice() {
    return practice;
  }

  public List<AttachmentSummary> getAll() {
    return all;
  }

  /** Files that the reader began to send. */
  public List<UploadState> getUnderWay() {
    return underWay;
  }

  /** What was just done, or null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  /** Why a file was not taken, in words, or null. */
  public String getRefused() {
    String why = parameters.get("file");
    return Arrays.stream(RefusedFile.Reason.values())
        .filter(reason -> key(reason).equals(why))
        .findFirst()
        .map(
            reason ->
                Texts.format(
                    language.get(),
                    "platform.file.refused." + key(reason),
                    AttachmentFormServlet.MEGABYTES))
        .orElse(null);
  }

  private static String key(RefusedFile.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is wrong with what was typed, or null. */
  public String getWrong() {
    String wrong = parameters.get("wrong");
    return wrong != null && WRONG.contains(wrong) ? wrong : null;
  }

  /** How large a file may be that comes in pieces. */
  public int getMostMegabytes() {
    return Uploads.MEGABYTES;
  }

  public int getMegabytes() {
    return AttachmentFormServlet.MEGABYTES;
  }

  /** The languages that a file may be in; that of the practice is chosen. */
  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Choice(
                    each.code(),
                    Texts.text(language.get(), "platform.language." + each.code()),
                    each.code().equals(practice.language())))
        .toList();
  }
}
