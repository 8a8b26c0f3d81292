package org.portolan.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.portolan.attendance.feed.PersonalFeeds;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.KnownTag;

/** The own calendar of somebody, for the program that knows the secret address. */
@OpenTo("everyone")
@WebServlet("/personal-feed")
public class PersonalFeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PersonalFeeds feeds;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String secret = request.getParameter("secret");
    Optional<byte[]> feed =
        secret != null && secret.matches("[A-Za-z0-9_-]{43}")
            ? feeds.read(secret)
            : Optional.empty();
    if (feed.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = "\"" + Token.sha256(feed.get()) + "\"";
    response.setHeader("ETag", tag);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    if (KnownTag.of(request, tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("text/calendar;charset=UTF-8");
    response.setContentLength(feed.get().length);
    response.getOutputStream().write(feed.get());
  }
}
