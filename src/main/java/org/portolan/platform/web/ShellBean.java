package org.portolan.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.portolan.platform.security.CurrentPerson;

/** What the frame around every page needs to know. */
@Named("shell")
@RequestScoped
public class ShellBean {
  @Inject private HttpServletRequest request;
  @Inject private Release release;
  @Inject private CurrentPerson me;

  public String getVersion() {
    return release.version();
  }

  /** Stands in the addresses of style sheets and scripts, which browsers keep for a year. */
  public String getStamp() {
    return release.stamp();
  }

  /** Whether the reader wants no more sent than is needed. */
  public boolean isSavingData() {
    return SavingData.asked(request);
  }

  /** The address of this page in another language, with its other parameters kept. */
  public String addressIn(String language) {
    Object address = request.getAttribute(RouterFilter.ADDRESS);
    String[] parts = (address == null ? "/" : address.toString()).split("\\?", 2);
    String kept =
        parts.length < 2
            ? ""
            : Arrays.stream(parts[1].split("&"))
                .filter(part -> !part.startsWith("lang=") && !part.isEmpty())
                .map(part -> part + "&")
                .collect(Collectors.joining());
    return parts[0] + "?" + kept + "lang=" + language;
  }

  /** Whether something stays closed only because an administrator acts as somebody. */
  public boolean isClosedToActing() {
    return me.isActing() && Integer.valueOf(403).equals(request.getAttribute("portolan.status"));
  }

  /** The key of a text of the error page, by what went wrong. */
  public String errorKey(String part) {
    Object status = request.getAttribute("portolan.status");
    return "platform.error." + (status == null ? "500" : status) + "." + part;
  }
}
