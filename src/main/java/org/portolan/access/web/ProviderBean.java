package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.portolan.access.ProviderEdit;
import org.portolan.access.ProviderRefused;
import org.portolan.access.ProviderView;
import org.portolan.access.SignInProviders;
import org.portolan.platform.config.Installation;
import org.portolan.platform.web.NotFound;

/** The page of one provider, or of a new one. */
@Named
@RequestScoped
public class ProviderBean {
  private static final String LIST = "/desk/sign-in-providers";

  @Inject private SignInProviders providers;
  @Inject private Installation installation;
  @Inject private HttpServletRequest request;

  private final Map<ProviderRefused.Field, String> errors =
      new EnumMap<>(ProviderRefused.Field.class);
  private ProviderView view;
  private Boolean answers;
  private boolean posted;

  public void open() throws IOException {
    String id = sent("id");
    if (id == null) {
      // who may not add one is told before anything is typed
      providers.list();
    } else if (id.matches("\\d{1,18}")) {
      view = providers.get(Long.parseLong(id));
    } else {
      throw new NotFound("provider");
    }
    if (!request.getMethod().equals("POST")) {
      return;
    }
    posted = true;
    if (view != null && sent("test") != null) {
      answers = providers.answers(view.id());
      posted = false;
    } else {
      save();
    }
  }

  private void save() throws IOException {
    String secret = typed("secret");
    ProviderEdit edit =
        new ProviderEdit(
            typed("member").toUpperCase(Locale.ROOT),
            typed("name"),
            typed("issuer"),
            typed("client"),
            secret.isEmpty() ? null : secret,
            typed("domains"),
            typed("acr"),
            sent("active") != null);
    try {
      if (view == null) {
        providers.add(edit);
      } else {
        String version = typed("version");
        providers.change(
            view.id(), version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, edit);
      }
      FacesContext.getCurrentInstance().getExternalContext().redirect(LIST);
    } catch (ProviderRefused e) {
      e.fields()
          .forEach(
              field ->
                  errors.put(
                      field, "access.provider.wrong." + field.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Asked of Faces and not of the injected request, which is the one before it was routed. */
  private static String sent(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get(name);
  }

  private String typed(String field) {
    String value = sent(field);
    return value == null ? "" : value.strip();
  }

  /** What a field shows: what was typed, else what is kept. */
  public String shown(String field) {
    if (posted) {
      return typed(field);
    }
    if (view == null) {
      return "";
    }
    return switch (field) {
      case "member" -> view.member();
      case "name" -> view.name();
      case "issuer" -> view.issuer();
      case "client" -> view.clientId();
      case "domains" -> view.domains();
      case "acr" -> view.strongAcr();
      default -> "";
    };
  }

  public boolean isActive() {
    return posted ? sent("active") != null : view == null || view.active();
  }

  /** Key of the text that says what is wrong with a field, or nothing. */
  public String error(String field) {
    return errors.getOrDefault(ProviderRefused.Field.valueOf(field), "");
  }

  public ProviderView getView() {
    return view;
  }

  public String getAction() {
    return view == null ? LIST + "/new" : LIST + "/" + view.id();
  }

  /** The address that the provider has to know. */
  public String getRedirectAddress() {
    return installation.baseUrl() + "/sign-in/back";
  }

  /** Key of the text that says how the test went, or null. */
  public String getTested() {
    return answers == null ? null : answers ? "access.provider.answers" : "access.provider.silent";
  }
}
