package org.portolan.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.OpenTo;

/**
 * Measures of this node for a monitoring system that brings the key of the installation. To
 * everybody else there is nothing here.
 */
@OpenTo("everyone")
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  @Inject @Any private transient Instance<Measured> parts;
  @Inject private transient Installation installation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!knows(request.getHeader("Authorization"))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Measured part : parts) {
      part.measure(text);
    }
    response.setContentType("text/plain; version=0.0.4; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print(text);
  }

  private boolean knows(String authorization) {
    Optional<String> key = installation.metricsKey();
    return key.isPresent()
        && authorization != null
        && MessageDigest.isEqual(bytes(BEARER + key.get()), bytes(authorization));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
