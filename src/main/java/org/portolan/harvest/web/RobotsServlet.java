package org.portolan.harvest.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.OpenTo;

/** What robots are asked to leave alone (RFC 9309), and where the sitemap is. */
@OpenTo("everyone")
@WebServlet("/robots-text")
public class RobotsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Installation installation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .write(
            """
            User-agent: *
            Disallow: /account
            Disallow: /desk
            Disallow: /search
            Disallow: /sign-in
            Disallow: /api/

            Sitemap: %s/sitemap.xml
            """
                .formatted(installation.baseUrl()));
  }
}
