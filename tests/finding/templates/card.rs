//! vCards, in each of their versions.

use super::Kind;
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a vCard 2.1",
        regions: REGIONS,
        templates: &[
            "BEGIN:VCARD\nVERSION:2.1\nN:Roy;Bob\nFN:{name}\nTEL;WORK;VOICE:{phone}\nTEL;WORK;FAX:{fax}\nADR;WORK:;;{street};{city};;{postcode}\nREV:{compact datetime}\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89lise;=4D=61=72=69=65\nTEL;CELL:{phone}\nBDAY:{birthday}\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:2.1\nFN:{name}\nTEL;CELL;VOICE:{phone}\nTEL;HOME;VOICE:{phone}\nEMAIL;INTERNET:{email}\nEND:VCARD",
            "TEL;CELL;VOICE:{phone}",
        ],
    },
    Kind {
        name: "a vCard 3.0",
        regions: REGIONS,
        templates: &[
            "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//iPhone OS 17.2.1//EN\nN:Roy;Bob;;;\nFN:{name}\nTEL;type=CELL;type=VOICE;type=pref:{phone}\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:{firm}\nTEL;TYPE=WORK,VOICE:{phone}\nTEL;TYPE=WORK,FAX:{fax}\nTEL;TYPE=CELL:{phone}\nUID:{uuid}\nREV:{iso datetime}\nEND:VCARD",
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL;TYPE=FAX:{fax}\r\nTEL;TYPE=CELL:{phone}\r\nADR;TYPE=HOME:;;{street};{city};;{postcode};\r\nEND:VCARD\r\n",
            "BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nitem1.TEL:{phone}\nitem1.X-ABLabel:_$!<Work>!$_\nBDAY:{compact date}\nGEO:{coordinates}\nEND:VCARD",
            "{folded}BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nNOTE:Bought a {car} of {year} on {date}\\, VIN {vin}\\, stock {stock}\\, wants to be called in the evening\nTEL;TYPE=WORK:{phone}\nEND:VCARD",
            "{folded}BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nPHOTO;ENCODING=b;TYPE=JPEG:{hex}{hex}{hex}{hex}{hex}{hex}\nTEL;TYPE=CELL:{phone}\nEND:VCARD",
        ],
    },
    Kind {
        name: "a vCard 4.0",
        regions: REGIONS,
        templates: &[
            "BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nTEL;TYPE=cell;VALUE=uri:{link}\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:{uuid}\nFN:{name}\nTEL;VALUE=uri;TYPE=\"voice,work\";PREF=1:{link ext}\nTEL;VALUE=uri;TYPE=fax:tel:{fax in e164}\nREV:{compact datetime}\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nTEL;TYPE=work:{phone}\nGEO:geo:{coordinates}\nADR:;;{street};{city};;{postcode};\nEND:VCARD",
            "TEL;TYPE=cell;VALUE=uri:{link ext}",
            "{folded}BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nTEL;VALUE=uri;TYPE=\"voice,work\";PREF=1;ALTID=1;X-SERVICE=desk:{rfc link}\nEND:VCARD",
            "{folded}BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nTEL;VALUE=uri;TYPE=\"voice,home,text\";PREF=1;X-KIND=main;X:{rfc link ext}\nEND:VCARD",
        ],
    },
    Kind {
        name: "a business card",
        regions: REGIONS,
        templates: &[
            "MECARD:N:Roy,Bob;TEL:{e164};EMAIL:{email};;",
            "{name}\n{firm}\n\n{phone}\n{email}\n{url}\n{street}\n{postcode} {city}",
        ],
    },
];
