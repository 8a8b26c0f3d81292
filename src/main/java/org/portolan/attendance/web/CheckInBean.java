package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.portolan.attendance.CheckIn;
import org.portolan.attendance.CheckInView;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.HostCookie;
import org.portolan.platform.security.Token;

/**
 * Where the code at the door leads. Looking changes nothing; that one came in time is remembered by
 * the browser, as one may have to sign in first.
 */
@Named("checkInPage")
@RequestScoped
public class CheckInBean {
  private static final HostCookie ARRIVAL = new HostCookie("-arrival");
  private static final Duration REMEMBERED = Duration.ofMinutes(15);
  private static final int LONGEST = 40;

  @Inject private CheckIn checkIn;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private String code;
  private CheckInView view;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    external.setResponseHeader("Cache-Control", "no-store");
    external.setResponseHeader("Referrer-Policy", "no-referrer");
    code = typed(request.getParameter("code"));
    if (code.isEmpty()) {
      return;
    }
    String arrival = ARRIVAL.read(request).map(Token::secret).orElse(null);
    if (request.getMethod().equals("POST")) {
      checkIn.arrive(code, arrival, language.get());
      external.redirect(getAddress());
      return;
    }
    view = checkIn.find(code, arrival, language.get());
    if (view.arrival() != null && !view.arrival().equals(arrival)) {
      ARRIVAL.write(
          (HttpServletResponse) external.getResponse(), new Token(view.arrival()), REMEMBERED);
    }
  }

  private static String typed(String code) {
    String line = code == null ? "" : code.strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  public String getCode() {
    return code;
  }

  /** What becomes of the code; null where none was brought. */
  public CheckInView getView() {
    return view;
  }

  public String getAddress() {
    return "/check-in/" + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The way in, and back here. */
  public String getSignIn() {
    return "/sign-in?to=" + URLEncoder.encode(getAddress(), StandardCharsets.UTF_8);
  }

  public String getHalf() {
    return view.half() == null
        ? ""
        : texts.of(
            view.half().morning() ? "attendance.half.am" : "attendance.half.pm",
            formats.date(view.half().day()));
  }

  /** When it was noted, on the clocks of the centre. */
  public LocalTime getTime() {
    return LocalTime.ofInstant(view.markedAt(), ZoneId.of(view.session().zone()));
  }
}
