package org.portolan.platform.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Claims every fixed address of the routing table. A page's address may be the name of the folder
 * of its feature: unclaimed, the server would send readers to that folder before any filter is
 * asked.
 */
@WebListener
public class PageAddresses implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent start) {
    Routes routes =
        Routes.read(start.getServletContext().getResourceAsStream("/WEB-INF/routes.txt"));
    ServletRegistration.Dynamic claimed =
        start.getServletContext().addServlet("page-addresses", new Unrouted());
    routes.fixedAddresses().forEach(claimed::addMapping);
  }

  /** Stands behind the router, which answers these addresses itself. */
  private static final class Unrouted extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
