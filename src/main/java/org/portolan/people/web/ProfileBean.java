package org.portolan.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portolan.people.ProfileEdit;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The form in which a person says who they are. */
@Named("profile")
@RequestScoped
public class ProfileBean {
  private static final String LEVEL = "level.";

  @Inject private PageParameters parameters;
  @Inject private Profiles profiles;
  @Inject private Directory directory;
  @Inject private Idempotency idempotency;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private ProfileEdit edit;
  private String form;
  private int version;
  private boolean changed;
  private Map<String, String> problems = Map.of();

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    ProfileEdit kept = profiles.mine();
    if (!((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      edit = kept;
      version = kept.version();
      form = UUID.randomUUID().toString();
      return;
    }
    Map<String, String> typed = external.getRequestParameterMap();
    form = typed.get("form");
    edit = typed(typed);
    version = edit.version();
    try {
      String saved =
          idempotency.once(
              me.id(),
              "profile",
              form,
              edit,
              () -> {
                problems = profiles.save(edit);
                return problems.isEmpty() ? "saved" : "not";
              });
      if (saved.equals("saved")) {
        external.redirect("/account/profile?done=saved");
        FacesContext.getCurrentInstance().responseComplete();
      } else if (problems.isEmpty()) {
        // the same form once more: what is wrong with it is as it was
        problems = profiles.save(edit);
      }
    } catch (ChangedMeanwhile e) {
      changed = true;
      // whoever has been told and saves again has decided
      version = kept.version();
      form = UUID.randomUUID().toString();
    }
  }

  private static ProfileEdit typed(Map<String, String> typed) {
    Map<String, String> levels = new HashMap<>();
    typed.forEach(
        (name, value) -> {
          if (name.startsWith(LEVEL)) {
            levels.put(name.substring(LEVEL.length()), value);
          }
        });
    String shown = typed.getOrDefault("version", "");
    return new ProfileEdit(
        typed.get("given"),
        typed.get("family"),
        typed.get("post"),
        typed.get("grade"),
        typed.get("language"),
        typed.get("service"),
        typed.get("since"),
        levels,
        typed.get("supervisor"),
        typed.get("supervisor_email"),
        typed.get("gender"),
        typed.get("zone"),
        typed.get("needs"),
        typed.get("public") != null,
        typed.get("findable") != null,
        shown.matches("\\d{1,9}") ? Integer.parseInt(shown) : 0);
  }

  public ProfileEdit getEdit() {
    return edit;
  }

  public String getForm() {
    return form;
  }

  public int getVersion() {
    return version;
  }

  public boolean isChanged() {
    return changed;
  }

  public boolean isSaved() {
    return "saved".equals(parameters.get("done"));
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  /** What is wrong with a field in words, or nothing. */
  public String problem(String field) {
    String problem = problems.get(field);
    return problem == null ? "" : texts.get("people.problem." + problem);
  }

  public String getAdministration() {
    String member = me.require().memberCode();
    return member == null
        ? ""
        : directory.findMember(member).map(found -> found.name().in(language.get())).orElse(member);
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(each -> new Choice(each.code(), each.ownName(), each.code().equals(edit.language())))
        .toList();
  }

  public List<Choice> getGenders() {
    return ProfileEdit.GENDERS.stream()
        .map(
            each ->
                new Choice(
                    each, texts.get("people.profile.gender." + each), each.equals(edit.gender())))
        .toList();
  }

  public List<Choice> getZones() {
    return ProfileEdit.zones().stream()
        .map(each -> new Choice(each, each.replace('_', ' '), each.equals(edit.zone())))
        .toList();
  }

  public String getAdministrationZone() {
    return profiles.administrationZone();
  }

  /** Languages of the interface first, then the others by their name. */
  public List<Known> getMain() {
    return Arrays.stream(Language.values())
        .map(each -> known(each.code(), "platform.language."))
        .toList();
  }

  public List<Known> getOthers() {
    return ProfileEdit.OTHER_LANGUAGES.stream()
        .map(code -> known(code, "people.profile.language."))
        .toList();
  }

  private Known known(String code, String key) {
    String chosen = edit.levels().get(code);
    List<Choice> levels = new ArrayList<>();
    ProfileEdit.LEVELS.forEach(level -> levels.add(new Choice(level, level, level.equals(chosen))));
    return new Known(LEVEL + code, texts.get(key + code), levels);
  }

  /**
   * A language and how well it is known.
   *
   * @param field its name in the form
   */
  public record Known(String field, String label, List<Choice> levels) {}
}
