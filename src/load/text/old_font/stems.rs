//! Beginnings of Georgian words that reports are full of and that, typed for an old font, look like no other language.

use std::sync::LazyLock;

/// Beginnings of words; none that is also one of a European word (`ტრენინგ`, `პროკურატურ`) and none of under four letters.
const BEGINNINGS: &str = "შესრულ განხორციელ მიმდინარე გამოქვეყნ ჩატარდ ჩატარებ ანგარიშ თანამშრომ საქმიანობ სამინისტრო საქართველ შეხვედრ \
    სამუშაო მოსამსახურე ტრეფიკინგ მსხვერპლ დაზარალებულ დანაშაულ პროექტ სახელმძღვანელ წლიურ შესახებ მიმართ ფარგლებ განვითარებ \
    მონაწილე საკითხ სამოქმედ უწყებ სხდომ საბჭო სამდივნო კანონპროექტ ცვლილებ დამტკიც დასრულ დაწყებ გაუქმ ნაწილობრივ უმეტეს სრულად \
    ხორციელდ პროცესშ მომზადდ მომზადებ შემუშავ შეიქმნ გაიმართ მოეწყო შესწავლ სწავლებ საერთაშორისო სასამართლ განათლებ მონაცემ რაოდენობ \
    ბავშვ ქალაქ მოსახლეობ საზოგადო სახელმწიფო საკანონმდებლო გადამზად ხელშეკრულ გამოვლენ გამოძიებ გამოიყო გაიარ გაეცნო დაინერგ დაიგეგმ \
    გეგმ ვებგვერდ საიტზე შესაბამის აღინიშნ აღსანიშნ აგრეთვე რომელიც რომლებ ასევე სხვადასხვ ძირითად შორის წინააღმდეგ დაცვის უფლებ \
    მდგომარეობ დახმარებ საკოორდინაციო უზრუნველყ დაფინანს მიღებულ მიიღ გადაეც დაიბეჭდ გავრცელ გამოკითხ კვლევ შეფას შემცირ გაზარდ გაიზარდ \
    მოსწავლ მოქალაქ უცხო ქვეყ იუსტიციის შინაგან საგარეო ჯანდაცვ ჯგუფ პოლიციის ადამიან თავშესაფ ინსპექტ იძულებით ფსიქოლოგ ქალთა ძალადობ \
    არასრულწლოვ სისხლის გამართ ურთიერთ თემატურ ხელმისაწვდ ეროვნულ შეტყობინებ მხარდაჭერ \
    საქმეებ განიხილ ერთობლივ გამოვლინდ ღონისძიებ";

/// Whole words that are short.
const WORDS: [&str; 11] = ["მიერ", "წლის", "წელს", "იყო", "ხოლო", "რათა", "თვის", "შემდეგ", "რომ", "აქვს", "სხვა"];

/// Endings of long words.
const ENDINGS: &str = "ების ებით ებში ებზე ებმა ებული ებულია ობის ობით ობაში თვის ეობს ებებს ეყნდა ულდა ებოდა ებათა ებიდან სთან ეთში";

/// Beginnings by their first byte, and endings, as they are typed for an old font.
pub(super) struct Stems {
    beginnings: Vec<Vec<String>>,
    words: Vec<String>,
    endings: Vec<String>,
}

pub(super) static STEMS: LazyLock<Stems> = LazyLock::new(|| {
    let mut beginnings = vec![Vec::new(); 128];
    for stem in BEGINNINGS.split_whitespace().map(super::typed) {
        if let Some(list) = stem.bytes().next().and_then(|first| beginnings.get_mut(usize::from(first))) {
            list.push(stem);
        }
    }
    Stems { beginnings, words: WORDS.map(super::typed).into(), endings: ENDINGS.split_whitespace().map(super::typed).collect() }
});

impl Stems {
    /// Whether a word is one of these, begins or ends like one of them.
    pub(super) fn know(&self, word: &str) -> bool {
        let list = word.bytes().next().and_then(|first| self.beginnings.get(usize::from(first))).map_or(&[][..], Vec::as_slice);
        list.iter().any(|stem| word.starts_with(stem.as_str()))
            || self.words.iter().any(|known| known == word)
            || (word.len() >= 8 && self.endings.iter().any(|ending| word.ends_with(ending.as_str())))
    }
}
