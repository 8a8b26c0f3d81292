package org.portolan.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portolan.people.InvitationAnswer;
import org.portolan.people.InvitationFile;
import org.portolan.people.InvitationList;
import org.portolan.people.Invitations;
import org.portolan.people.NewOfficer;
import org.portolan.people.PeopleDesk;
import org.portolan.platform.exchange.CellProblem;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/**
 * The form with which officers are invited, one or a list. What is found about each row is shown
 * first; nobody is invited before the coordinator confirms.
 */
@Named("invite")
@RequestScoped
public class InviteBean {
  @Inject private PageParameters parameters;
  @Inject private PeopleDesk desk;
  @Inject private Invitations invitations;
  @Inject private Idempotency idempotency;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private CurrentPerson me;
  @Inject private Texts texts;

  private Set<String> members = Set.of();
  private String member;
  private String list = "";
  private NewOfficer one = new NewOfficer("", "", "", "", "");
  private boolean single = true;
  private String form;
  private String trouble;
  private InvitationFile file;
  private List<String> unknown = List.of();
  private List<InvitationAnswer> answers = List.of();

  public void open() throws IOException {
    members = desk.members();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    Map<String, String> typed = external.getRequestParameterMap();
    member = parameters.get("member");
    if (member == null && members.size() == 1) {
      member = members.iterator().next();
    }
    form = typed.getOrDefault("form", UUID.randomUUID().toString());
    one = new NewOfficer("", "", "", language.getCode(), "");
    if (!request.getMethod().equals("POST")) {
      return;
    }
    if (member == null || !members.contains(member)) {
      throw new NotAllowed();
    }
    file = (InvitationFile) request.getAttribute(InvitationFileServlet.FILE);
    single = file == null && typed.get("list") == null;
    List<NewOfficer> officers = typed(typed);
    if (officers.isEmpty()) {
      return;
    }
    boolean confirmed = typed.get("do") != null;
    answers = invitations.check(member, officers);
    if (confirmed || single && answers.get(0).good()) {
      invite(external, officers, somebodyElse(request));
    }
  }

  private List<NewOfficer> typed(Map<String, String> typed) {
    if (single) {
      one =
          new NewOfficer(
              typed.get("given"),
              typed.get("family"),
              typed.get("email"),
              typed.get("language"),
              typed.get("post"));
      return List.of(one);
    }
    if (file != null && file.problem() != null) {
      CellProblem problem = file.problem();
      trouble = Texts.format(language.get(), problem.key(), problem.arguments().toArray());
      return List.of();
    }
    list = file == null ? typed.get("list") : file.list();
    try {
      List<NewOfficer> officers = InvitationList.parse(list, memberLanguage());
      trouble = officers.isEmpty() ? texts.get("people.invite.empty") : null;
      unknown = InvitationList.unknown(list);
      return officers;
    } catch (InvitationList.TooLong e) {
      trouble = texts.get("people.invite.long");
      return List.of();
    }
  }

  private void invite(
      ExternalContext external, List<NewOfficer> officers, Set<Integer> somebodyElse)
      throws IOException {
    String count =
        idempotency.once(
            me.id(),
            "invite " + member,
            form,
            officers + " " + somebodyElse,
            () -> String.valueOf(invitations.invite(member, officers, somebodyElse)));
    external.redirect("/desk/people/invitations?done=invited&count=" + count);
    FacesContext.getCurrentInstance().responseComplete();
  }

  private static Set<Integer> somebodyElse(HttpServletRequest request) {
    String[] rows = request.getParameterValues("else");
    return rows == null
        ? Set.of()
        : Arrays.stream(rows)
            .filter(row -> row.matches("\\d{1,4}"))
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** In which a list is written to those for whom it says nothing. */
  private String memberLanguage() {
    return directory
        .findMember(member)
        .map(found -> found.languages().split(" ")[0])
        .filter(code -> Language.of(code).isPresent())
        .orElse(language.getCode());
  }

  public List<InvitationAnswer> getAnswers() {
    return answers;
  }

  /** Rows that wait for what the coordinator says about them, or can be invited. */
  public long getPossible() {
    return answers.stream().filter(answer -> answer.problems().isEmpty()).count();
  }

  /** What is wrong with a field of the one officer, as a key of a text, or null. */
  public String problem(String field) {
    return single && !answers.isEmpty() && answers.get(0).problems().containsKey(field)
        ? "people.problem." + answers.get(0).problems().get(field)
        : null;
  }

  public boolean isSingle() {
    return single;
  }

  /** Whether the page shows what was found about rows. */
  public boolean isChecked() {
    return !answers.isEmpty() && (!single || answers.get(0).doubtful());
  }

  /** Whether the coordinator should look if the names of a file were read right. */
  public boolean isGuessed() {
    return file != null && file.guessed();
  }

  /** Columns of a list that were left out as nobody knows them. */
  public String getUnknown() {
    return String.join(", ", unknown);
  }

  public String getTrouble() {
    return trouble;
  }

  public String getForm() {
    return form;
  }

  public String getList() {
    return list;
  }

  public NewOfficer getOne() {
    return one;
  }

  public String getMember() {
    return member;
  }

  public boolean isMany() {
    return members.size() > 1;
  }

  public List<Choice> getMembers() {
    return members.stream()
        .map(
            code ->
                new Choice(
                    code,
                    directory
                        .findMember(code)
                        .map(found -> found.name().in(language.get()))
                        .orElse(code),
                    code.equals(member)))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(each -> new Choice(each.code(), each.ownName(), each.code().equals(one.language())))
        .toList();
  }
}
