//! Names of people and companies.

use crate::random::Random;
use lead_phone_number::Region;

pub fn write(field: &str, region: Region, random: &mut Random) -> Option<String> {
    Some(match field {
        "name" => {
            let names: &[&str] = match region.as_str() {
                "FR" | "BE" => &["Marie Dubois", "Luc Martin", "Chloé Petit", "Hugo Leroy"],
                "DE" | "AT" | "CH" => &["Anna Müller", "Jonas Weber", "Lena Huber", "Max Frei"],
                "ES" | "MX" => &["Lucía García", "José Pérez", "Ana Torres", "Luis Gómez"],
                "BR" => &["João Silva", "Ana Souza", "Pedro Alves", "Bia Rocha"],
                "IT" => &["Giulia Rossi", "Marco Bianchi", "Sara Conti", "Luca Gallo"],
                "JP" => &["田中 一郎", "佐藤 花子", "鈴木 健", "高橋 愛"],
                "CN" => &["王伟", "李娜", "张敏", "刘洋"],
                "IN" => &["Priya Sharma", "Rahul Gupta", "Anita Rao", "Vikram Singh"],
                _ => &["Bob Smith", "Alice Roy", "Marc Tremblay", "Jane O'Neil"],
            };
            random.pick(names).to_owned()
        }
        "firm" => {
            random.pick(&["Acme Motors", "Auto Roy", "Globex", "Initech", "Hooli Cars"]).to_owned()
        }
        _ => return None,
    })
}
