package org.portolan.pack.web;

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
import java.util.Map;
import java.util.Objects;
import org.portolan.pack.PackImports;
import org.portolan.pack.RefusedPack;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.FormFiles;
import org.portolan.platform.web.QueryParameters;

/** Takes a pack of another installation and leads to what would come of it. */
@OpenTo("everyone")
@MultipartConfig(
    fileSizeThreshold = 1024 * 1024,
    maxFileSize = PackImports.LARGEST,
    maxRequestSize = PackImports.LARGEST + 64 * 1024)
@WebServlet("/desk/packs/upload")
public class PackUploadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PackImports packs;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    packs.regions();
    String wrong;
    Part file = null;
    try {
      file = request.getPart("file");
      String region = QueryParameters.text(request.getParameter("region"));
      if (file == null || file.getSize() == 0) {
        wrong = "none";
      } else if (region == null || !packs.regions().contains(region)) {
        wrong = "region";
      } else if (!packs.room(region)) {
        wrong = "room";
      } else {
        try (InputStream in = file.getInputStream()) {
          long id =
              packs.send(region, Objects.requireNonNullElse(file.getSubmittedFileName(), ""), in);
          response.sendRedirect("/desk/packs/" + id);
          return;
        }
      }
    } catch (RefusedPack refused) {
      wrong = refused.code();
    } catch (IllegalStateException | ServletException | IOException e) {
      wrong = FormFiles.tooLarge(request, e, PackImports.LARGEST) ? "large" : "none";
    } finally {
      if (file != null) {
        file.delete();
      }
    }
    response.sendRedirect(Address.of("/desk/packs", Map.of("wrong", wrong)));
  }

  /** For whoever loads the address again. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    packs.regions();
    response.sendRedirect("/desk/packs");
  }
}
