package detect

import "testing"

func TestLinkDenied(t *testing.T) {
	cases(t, `{"link":{"deny":["bit.ly"]}}`,
		"voir [[https://bit.ly/3x]].", "([[BIT.LY/abc]])", "rabbit.lycos.fr", "a@bit.ly", "https://exemple.fr/bit.ly", "[[www.bit.ly]] et bit . ly", "[[x.bit.ly]]",
	)
}

func TestLinkExcept(t *testing.T) {
	cases(t, `{"link":{"deny":["goo.gl"],"except":["maps.app.goo.gl","goo.gl/maps"]}}`, "https://maps.app.goo.gl/abc", "https://goo.gl/maps/Ab1", "www.goo.gl/Maps", "[[https://goo.gl/mapsAb1]]", "[[https://goo.gl/abc]]", "[[https://app.goo.gl/abc]]")
}

func TestLinkAlike(t *testing.T) {
	cases(t, `{"link":{"alike":["paypal.com","amazon.fr"]}}`,
		"[[https://paypa1.com/x]]", "[[рaypal.com]]", "https://paypal.com", "[[https://www.arnazon.fr]]", "https://amazon.fr.exemple.com", "[[http://a.payPaI.com]]",
	)
}

func TestLinkOnly(t *testing.T) {
	cases(t, `{"link":{"only":["exemple.fr"]}}`, "https://www.exemple.fr/a", "[[https://autre.fr]], merci", "http://localhost", "[[www.autre.fr]]", "[[https://exemple.fr.autre.com]]")
}
