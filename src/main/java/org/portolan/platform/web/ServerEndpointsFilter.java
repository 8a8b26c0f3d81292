package org.portolan.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** The container answers anybody here about its inside; this installation does not. */
@WebFilter({"/health/*", "/metrics/*"})
public class ServerEndpointsFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OURS = Set.of("/health/live", "/health/ready", "/metrics");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (OURS.contains(request.getServletPath()) && request.getPathInfo() == null) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
