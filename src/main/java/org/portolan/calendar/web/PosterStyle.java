package org.portolan.calendar.web;

import org.portolan.platform.pdf.PdfWriting;

/** How a poster looks, on paper of a size. */
record PosterStyle(Poster.Paper paper) {
  String text() {
    return "@page { size: "
        + paper
        + " landscape; margin: "
        + mm(9)
        + "; } body { font-family: '"
        + PdfWriting.FONT
        + "'; font-size: "
        + mm(2.6)
        + "; line-height: 1.25; color: #16242f; margin: 0; }"
        + ".page { page-break-after: always; } .page.last { page-break-after: auto; }"
        + "h1, h2, p { margin: 0; padding: 0; }"
        + head()
        + grid()
        + bars()
        + foot();
  }

  private String head() {
    return ".head { height: "
        + mm(15.5)
        + "; overflow: hidden; } h1 { font-size: "
        + mm(6)
        + "; line-height: 1.1; color: #0f4c75; } h1.long { font-size: "
        + mm(4.6)
        + "; } h2 { font-size: "
        + mm(8)
        + "; line-height: 1.1; margin-top: -"
        + mm(8)
        + "; } .note { font-size: "
        + mm(3)
        + "; line-height: 1.2; height: "
        + mm(3.8)
        + "; margin-top: "
        + mm(0.6)
        + "; color: #4c5a66; } .ltr h1 { padding-right: "
        + mm(100)
        + "; } .rtl h1 { padding-left: "
        + mm(100)
        + "; } .ltr h2, .rtl h1, .rtl .note { text-align: right; }"
        + " .rtl h2 { text-align: left; }";
  }

  private String grid() {
    return "table { width: 100%; border-collapse: collapse; table-layout: fixed; }"
        + ".days th { background-color: #0f4c75; color: #ffffff; padding: "
        + mm(1)
        + "; border: 0.3mm solid #0f4c75; text-align: center; }"
        + ".week th, .week td { border-left: 0.25mm solid #c9c5ba;"
        + " border-right: 0.25mm solid #c9c5ba; padding: 0 "
        + mm(0.6)
        + "; text-align: left; } .rtl .week th, .rtl .week td { text-align: right; }"
        + ".week .out { background-color: #f3f1eb; } .week th.out { color: #5d6770; }"
        + ".week th { border-top: 0.25mm solid #76828c; font-weight: bold; vertical-align: top;"
        + " height: "
        + mm(Poster.NUMBER)
        + "; } .week .more { height: "
        + mm(Poster.MORE)
        + "; color: #7a5200; font-size: "
        + mm(2.2)
        + "; }";
  }

  private String bars() {
    return ".ev { overflow: hidden; background-color: #e7f0f6; padding: 0 "
        + mm(0.8)
        + "; font-size: "
        + mm(Poster.LETTERS)
        + "; line-height: 1.3; } .ltr .ev { border-left: "
        + mm(1)
        + " solid #0f4c75; text-align: left; } .rtl .ev { border-right: "
        + mm(1)
        + " solid #0f4c75; text-align: right; } .t { font-weight: bold; }"
        + ".t, .p, .d { display: inline-block; text-align: left; } .r { text-align: right; }"
        + ".d { padding: 0 "
        + mm(1)
        + "; } .ltr .one .t { padding-right: "
        + mm(1.2)
        + "; } .rtl .one .t { padding-left: "
        + mm(1.2)
        + "; }"
        + family("enforcement", "#f3eaf5", "#6b3a78")
        + family("facilitation", "#e2f1ef", "#0b6e69")
        + family("organization", "#fbf1da", "#7a5200")
        + ".ev.cancelled { background-color: #ffffff; border-color: #76828c; color: #4c5a66; }"
        + ".ev.cancelled .t { text-decoration: line-through; }";
  }

  private String foot() {
    return ".foot { margin-top: "
        + mm(2)
        + "; } .keys { height: "
        + mm(3.6)
        + "; } .keys .ev { display: inline-block; padding: 0 "
        + mm(1.5)
        + "; } .ltr .keys .ev { margin-right: "
        + mm(2)
        + "; } .rtl .keys .ev { margin-left: "
        + mm(2)
        + "; } .where { color: #4c5a66; margin-top: -"
        + mm(3.4)
        + "; text-align: right; } .rtl .where { text-align: left; }"
        + " .rtl .keys { text-align: right; }";
  }

  private String mm(double millimetres) {
    return paper.length(millimetres);
  }

  private static String family(String name, String ground, String edge) {
    return ".ev." + name + " { background-color: " + ground + "; border-color: " + edge + "; }";
  }
}
