//! One entry of a Day One journal, read as far as it makes sense: a field of the wrong type is taken
//! for missing, and fields that are not known are passed over.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::entry::LeftBehind;
use super::json_entries::mend;

/// An entry as it stands in `Journal.json`.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct RawEntry {
    pub uuid: Field,
    pub creation_date: Field,
    pub modified_date: Field,
    pub time_zone: Field,
    pub starred: Field,
    pub is_pinned: Field,
    pub tags: List<Field>,
    pub text: Field,
    pub rich_text: Field,
    pub photos: List<Object<RawMedia>>,
    pub videos: List<Object<RawMedia>>,
    pub audios: List<Object<RawMedia>>,
    pub pdf_attachments: List<Object<RawMedia>>,
    location: Option<IgnoredAny>,
    weather: Option<IgnoredAny>,
    user_activity: Option<IgnoredAny>,
    music: Option<IgnoredAny>,
    creation_device: Option<IgnoredAny>,
}

/// A picture, sound, film or page of an entry.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct RawMedia {
    pub identifier: Field,
    pub md5: Field,
    filename: Field,
    pdf_name: Field,
    title: Field,
}

impl RawEntry {
    /// Reads one element of `entries`; `None` if it is no JSON object.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        if bytes.first() != Some(&b'{') {
            return None;
        }
        let whole = std::str::from_utf8(bytes).ok().and_then(|text| serde_json::from_str(text).ok());
        whole.or_else(|| serde_json::from_str(&mend(bytes)).ok())
    }

    /// What it has that can't come.
    pub fn left_behind(&self) -> Vec<LeftBehind> {
        let circumstances = [&self.user_activity, &self.music, &self.creation_device];
        let kinds = [
            (self.location.is_some(), LeftBehind::Location),
            (self.weather.is_some(), LeftBehind::Weather),
            (circumstances.iter().any(|fact| fact.is_some()), LeftBehind::Circumstances),
        ];
        kinds.into_iter().filter_map(|(there, kind)| there.then_some(kind)).collect()
    }
}

impl RawMedia {
    /// The name it had, if one was kept.
    pub fn given_name(&self) -> Option<&str> {
        [&self.filename, &self.pdf_name, &self.title].into_iter().find_map(Field::filled)
    }
}

/// A value of any type, of which text and yes or no are kept.
#[derive(Default, PartialEq, Eq)]
pub(super) enum Field {
    /// Not there, or null.
    #[default]
    Missing,
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Of another type.
    Other,
}

impl Field {
    /// The text, if it is one and is not blank.
    pub fn filled(&self) -> Option<&str> {
        match self {
            Field::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    /// Whether it says yes.
    pub fn is_yes(&self) -> bool {
        *self == Field::Flag(true)
    }
}

struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Field, E> {
        Ok(Field::Flag(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Field, E> {
        Ok(Field::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Field, E> {
        Ok(Field::Text(value))
    }

    fn visit_unit<E>(self) -> Result<Field, E> {
        Ok(Field::Missing)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Field, E> {
        Ok(Field::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Field, E> {
        Ok(Field::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Field, E> {
        Ok(Field::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Field, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Field::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Field, A::Error> {
        while items.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Field::Other)
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(FieldVisitor)
    }
}

/// The first elements of a list, and whether there were more than are taken in (a short text can list
/// far more than memory holds); empty for any other type.
pub(super) struct List<T>(pub Vec<T>, pub bool);

/// Elements of a list, at most.
const MOST_ELEMENTS: usize = 10_000;

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new(), false)
    }
}

/// An object, or `None` for any other type.
pub(super) struct Object<T>(pub Option<T>);

/// Takes lists or objects, and passes over everything else.
struct Loose<T>(std::marker::PhantomData<T>);

macro_rules! pass_over {
    ($value:expr) => {
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("any value")
        }

        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($value)
        }

        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            Ok($value)
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($value)
        }

        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            Ok($value)
        }

        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            Ok($value)
        }

        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            Ok($value)
        }
    };
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Loose<List<T>> {
    type Value = List<T>;

    pass_over!(List::default());

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<List<T>, A::Error> {
        let mut list = Vec::new();
        while list.len() < MOST_ELEMENTS {
            match items.next_element()? {
                Some(item) => list.push(item),
                None => return Ok(List(list, false)),
            }
        }
        let mut more = false;
        while items.next_element::<IgnoredAny>()?.is_some() {
            more = true;
        }
        Ok(List(list, more))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<List<T>, A::Error> {
        while items.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(List::default())
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Loose<Object<T>> {
    type Value = Object<T>;

    pass_over!(Object(None));

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Object<T>, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Object(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, items: A) -> Result<Object<T>, A::Error> {
        T::deserialize(serde::de::value::MapAccessDeserializer::new(items)).map(|value| Object(Some(value)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(Loose::<List<T>>(std::marker::PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(Loose::<Object<T>>(std::marker::PhantomData))
    }
}
