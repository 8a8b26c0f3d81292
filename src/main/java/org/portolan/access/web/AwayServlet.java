package org.portolan.access.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.portolan.access.SignInElsewhere;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.HostCookie;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.Address;

/**
 * Leads somebody to the provider of their administration. It is a link and no form: the content
 * security policy lets forms lead nowhere else.
 */
@OpenTo("everyone")
@WebServlet("/sign-in/with")
public class AwayServlet extends HttpServlet {
  static final HostCookie COOKIE = new HostCookie("-away");

  private static final long serialVersionUID = 1L;

  @Inject private transient SignInElsewhere elsewhere;
  @Inject private transient Installation installation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String to = LocalPath.of(request.getParameter("to"));
    String provider = request.getParameter("provider");
    Optional<SignInElsewhere.Departure> departure =
        provider == null
                || !provider.matches("\\d{1,18}")
                || !Channel.of(request, installation).safe()
            ? Optional.empty()
            : request.getParameter("prove") == null
                ? elsewhere.depart(Long.parseLong(provider), to)
                : elsewhere.departToProve(Long.parseLong(provider), to);
    if (departure.isPresent()) {
      COOKIE.write(response, departure.get().cookie(), SignInElsewhere.LONGEST_JOURNEY);
      response.sendRedirect(departure.get().address().toString());
    } else {
      response.sendRedirect(Address.of("/sign-in/back", Map.of("to", to, "trouble", "down")));
    }
  }
}
