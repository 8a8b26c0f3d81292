package org.portolan.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.portolan.office.AdministrationChanges;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Where somebody asks to belong to another administration. */
@Named("ownAdministration")
@RequestScoped
public class AdministrationBean {
  private static final Set<String> DONE = Set.of("asked", "back");

  @Inject private PageParameters parameters;
  @Inject private AdministrationChanges changes;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private String member;
  private String problem;
  private String wanted;

  /** Does what the form asks for, then shows what waits. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    String asked = external.getRequestParameterMap().get("do");
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST") && asked != null) {
      if (asked.equals("back")) {
        changes.takeBack();
        external.redirect("/account/administration?done=back");
        return;
      }
      member = parameters.get("member");
      AdministrationChanges.Asked came = changes.ask(member);
      if (came == AdministrationChanges.Asked.DONE) {
        external.redirect("/account/administration?done=asked");
        return;
      }
      problem = texts.word("office.move.problem", came);
    }
    wanted = changes.mine().map(this::name).orElse(null);
  }

  private String name(String code) {
    return directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** The present administration, or nothing. */
  public String getPresent() {
    String code = me.require().memberCode();
    return code == null ? "" : name(code);
  }

  /** The administration that was asked for and waits, or null. */
  public String getWanted() {
    return wanted;
  }

  public List<Choice> getMembers() {
    return directory.members().stream()
        .map(
            each ->
                new Choice(each.code(), each.name().in(language.get()), each.code().equals(member)))
        .sorted(Comparator.comparing(Choice::label, Collator.getInstance(language.get().locale())))
        .toList();
  }

  public String getProblem() {
    return problem == null ? "" : problem;
  }

  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
