package org.portolan.knowledge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portolan.knowledge.ArchivedPractice;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.Licence;
import org.portolan.knowledge.LinkKind;
import org.portolan.knowledge.PracticeDownloads;
import org.portolan.knowledge.PracticeFile;
import org.portolan.knowledge.PracticeFiles;
import org.portolan.knowledge.PracticeLinks;
import org.portolan.knowledge.PracticeStage;
import org.portolan.knowledge.PracticeView;
import org.portolan.knowledge.Readers;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** A practice as it is read: in the reader's language where there is such a text. */
@Named
@RequestScoped
public class PracticeBean {
  @Inject private KnowledgeService knowledge;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private CurrentPerson me;
  @Inject private Formats formats;
  @Inject private PracticeCards cards;
  @Inject private PracticeParts parts;
  @Inject private SourceWords sources;
  @Inject private Installation installation;
  @Inject private PracticeFiles files;
  @Inject private PracticeDownloads taken;
  @Inject private PracticeLinks links;
  @Inject private LinkWords linkWords;

  private PracticeView view;
  private ArchivedPractice archived;
  private PracticeCard card;
  private long downloads;
  private List<LinkRow> connected;

  @PostConstruct
  void load() {
    String code = parameters.get("code");
    // a reader may want one text in its original without changing the language of all pages
    Language wanted =
        Language.of(String.valueOf(parameters.get("in"))).orElseGet(() -> language.get());
    if (code == null) {
      throw new NotFound("no practice");
    }
    view = knowledge.find(code, wanted).orElse(null);
    if (view == null) {
      archived =
          knowledge.archived(code, wanted).orElseThrow(() -> new NotFound("practice " + code));
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(HttpServletResponse.SC_GONE);
    } else {
      card = cards.card(view.summary());
      downloads = card.published() ? taken.taken(view.id()) : 0;
    }
  }

  /** What is still said of a practice that was put away; null for one to be read. */
  public ArchivedPractice getArchived() {
    return archived;
  }

  public String getArchivedOn() {
    return formats.date(archived.archivedAt().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** Since when it ought to have been looked at again, or null. */
  public String getDueSince() {
    return view.dueSince() == null ? null : formats.date(view.dueSince());
  }

  /** What others may do with it; null for what was published before anybody was asked. */
  public Licence getLicence() {
    return Licence.of(view.source().licence()).orElse(null);
  }

  public String getLicenceName() {
    return sources.name(getLicence());
  }

  /** Who agreed that it is shown, and when. */
  public String getConsent() {
    return sources.consent(view.source());
  }

  /** For whom it is, where that is not everybody; else null. */
  public String getOnlyFor() {
    String code = view.source().readers();
    return Arrays.stream(Readers.values())
        .filter(each -> each != Readers.ALL && each.code().equals(code))
        .map(sources::readers)
        .findFirst()
        .orElse(null);
  }

  /** How it is cited; null for what is not published, which nobody can look up. */
  public PracticeCitation getCitation() {
    if (view == null || !card.published()) {
      return null;
    }
    String member = view.summary().memberCode();
    String creator =
        view.source().known()
            ? view.source().consentFrom()
            : member == null ? getRegionName() : getMemberName();
    return new PracticeCitation(
        creator,
        view.summary().publishedAt().atZone(ZoneOffset.UTC).toLocalDate(),
        view.edition(),
        installation.baseUrl() + "/knowledge/" + card.code(),
        card.code(),
        card.language());
  }

  public int getEdition() {
    return view.edition();
  }

  /** What a translation was made from, or null. */
  public PracticeView.Origin getOrigin() {
    return view.origin();
  }

  /** Where what editors write on it stands; for them alone. */
  public PracticeStage getStage() {
    return view.summary().stage();
  }

  /** Its number, for what is kept with it. */
  public long getId() {
    return view.id();
  }

  public PracticeCard getCard() {
    return card;
  }

  public String getRegion() {
    return view.summary().regionCode();
  }

  public String getRegionName() {
    return cards.region(view.summary().regionCode());
  }

  /** The Member whose practice it is, or null. */
  public String getMember() {
    return view.summary().memberCode();
  }

  public String getMemberName() {
    return cards.member(view.summary().memberCode());
  }

  public String getTheme() {
    return view.summary().themeCode();
  }

  public List<PracticePart> getParts() {
    return parts.of(view.body(), view.kind(), view.summary().language());
  }

  /** Its files; those in the language of the text come first. */
  public List<PracticeFile> getFiles() {
    return files.shown(view.id(), !view.summary().published()).stream()
        .sorted(
            Comparator.comparing(
                (PracticeFile file) -> !file.language().equals(view.summary().language())))
        .toList();
  }

  /** How often it, or a file of it, was taken. */
  public long getDownloads() {
    return downloads;
  }

  /** What it tells of; empty for nothing in particular. */
  public String getKind() {
    return view.kind();
  }

  /** What it is connected to, then what is connected to it; no more than the reader may see. */
  public List<LinkRow> getConnected() {
    if (connected == null) {
      connected =
          Stream.concat(
                  links.visible(view.links(), language.get()).stream().map(linkWords::row),
                  links.on(LinkKind.PRACTICE, card.code(), language.get()).stream()
                      .map(linkWords::back))
              .toList();
    }
    return connected;
  }

  public boolean isTranslated() {
    return view.origin() != null;
  }

  public List<String> getOtherLanguages() {
    return card.languages().stream().filter(each -> !each.equals(card.language())).toList();
  }

  public boolean isEditable() {
    Set<String> own = me.scopes(Role.EDITOR, Scope.Kind.REGION);
    return own.contains(archived == null ? view.summary().regionCode() : archived.regionCode())
        || me.isAdministrator();
  }
}
