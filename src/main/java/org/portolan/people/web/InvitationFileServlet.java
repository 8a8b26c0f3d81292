package org.portolan.people.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.portolan.people.InvitationFile;
import org.portolan.people.InvitationList;
import org.portolan.people.PeopleDesk;
import org.portolan.platform.exchange.CellProblem;
import org.portolan.platform.exchange.FileForm;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.FormFiles;
import org.portolan.platform.web.RouterFilter;

/**
 * Takes a list of officers as a file and gives it to the form as if it had been pasted there; gives
 * the empty table to fill in, too.
 */
@OpenTo("everyone")
@MultipartConfig(
    fileSizeThreshold = InvitationFile.LARGEST,
    maxFileSize = InvitationFile.LARGEST,
    maxRequestSize = InvitationFile.LARGEST + 64 * 1024)
@WebServlet({"/desk/people/invite/file", "/invitation-template"})
public class InvitationFileServlet extends HttpServlet {
  /** Request attribute with the {@link InvitationFile} that the form is to show. */
  static final String FILE = "portolan.invitations";

  private static final long serialVersionUID = 1L;
  private static final String FORM = "/desk/people/invite";
  private static final String TABLE = "people.invite.file.";

  @Inject private transient PeopleDesk desk;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    desk.members();
    request.setAttribute(FILE, file(request));
    request.setAttribute(RouterFilter.ADDRESS, FORM);
    request
        .getRequestDispatcher(RouterFilter.PAGES + "/people/invite.xhtml")
        .forward(request, response);
  }

  private static InvitationFile file(HttpServletRequest request) throws IOException {
    Part file;
    try {
      file = request.getPart("file");
    } catch (IllegalStateException | ServletException | IOException e) {
      return refused(FormFiles.tooLarge(request, e, InvitationFile.LARGEST) ? "large" : "none");
    }
    if (file == null || file.getSize() == 0) {
      return refused("none");
    }
    try (InputStream in = file.getInputStream()) {
      return InvitationFile.read(in.readAllBytes());
    } finally {
      file.delete();
    }
  }

  private static InvitationFile refused(String why) {
    return new InvitationFile("", false, new CellProblem(null, TABLE + why, java.util.List.of()));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.members();
    if (!"/invitation-template".equals(request.getServletPath())) {
      // for whoever loads the address again
      response.sendRedirect(FORM);
      return;
    }
    FileForm.Format format =
        "csv".equals(request.getParameter("format")) ? FileForm.Format.CSV : FileForm.Format.XLSX;
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"portolan-invitations."
            + format.name().toLowerCase(Locale.ROOT)
            + "\"");
    SentTable.template(format, "invitations", InvitationList.COLUMNS, response.getOutputStream());
  }
}
