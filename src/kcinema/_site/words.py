"""What the site itself says, in English and Korean. What the data says is not here."""

from __future__ import annotations

__all__ = ["FIELDS", "KOREAN_LEADS", "TEXTS"]

TEXTS: dict[str, tuple[str, str]] = {
    # Everywhere
    "skip": ("Skip to content", "본문으로 건너뛰기"),
    "site": ("Korean cinema", "한국영화"),
    "other_language": ("한국어", "English"),
    "search": ("Search", "검색"),
    "search_hint": ("Title or name, 제목, ㄱㅅㅊ", "제목, 이름, ㄱㅅㅊ, title"),
    "poster": ("Poster", "포스터"),
    "films": ("Films", "영화"),
    "directors": ("Directors", "감독"),
    "collections": ("Collections", "모음"),
    "themes": ("Eras and themes", "시대와 주제"),
    "about": ("About", "소개"),
    "film_count": ("{} films", "영화 {}편"),
    "one_film": ("1 film", "영화 1편"),
    # Home
    "home_title": ("Korean cinema, a showcase", "한국영화 쇼케이스"),
    "home_lead": (
        "{films} films from {first} to {last}. Each is here for a reason, and each fact "
        "has a source.",
        "{first}년부터 {last}년까지 영화 {films}편. 작품마다 고른 까닭이 있고, "
        "사실마다 출처가 있습니다.",
    ),
    "tonight": ("A film for tonight", "오늘 밤의 영화"),
    "tonight_lead": (
        "Say how much time you have and what you are in the mood for.",
        "시간이 얼마나 있는지, 어떤 영화가 보고 싶은지 골라 보세요.",
    ),
    "tonight_doors": ("Or take one of these doors.", "아니면 이 문 가운데 하나로."),
    "mood": ("Genre", "장르"),
    "any": ("Any", "전체"),
    "length": ("Length", "길이"),
    "short": ("Up to 95 minutes", "95분 이하"),
    "medium": ("Up to 120 minutes", "120분 이하"),
    "fame": ("From", "고를 곳"),
    "draw": ("Draw a film", "영화 뽑기"),
    "read_more": ("The whole section, {}", "섹션 전체, {}"),
    "begin_with": ("Begin with", "먼저"),
    "and_then": ("And then", "그리고"),
    "eras_lead": ("Ninety years in periods", "시대로 보는 한국영화"),
    # Film
    "facts": ("Facts", "정보"),
    "titles": ("Also known as", "다른 제목"),
    "year": ("First shown", "첫 상영"),
    "release": ("Released in Korea", "국내 개봉"),
    "minutes": ("{} min", "{}분"),
    "rating": ("Rating", "관람 등급"),
    "countries": ("Countries", "제작 국가"),
    "languages": ("Languages", "언어"),
    "film_themes": ("Themes", "주제"),
    "admissions": ("Admissions", "관객 수"),
    "nationwide": ("{} nationwide", "전국 {}명"),
    "in_seoul": ("{} in Seoul alone", "서울 {}명"),
    "as_of": ("counted to {}", "{} 기준"),
    "based_on": ("Based on", "원작"),
    "by_author": ("by", "·"),
    "followed_by": ("Remade or continued as", "리메이크 또는 속편"),
    "elsewhere": ("Elsewhere", "다른 곳에서"),
    "cast": ("Cast", "출연"),
    "awards": ("Awards and lists", "수상과 선정"),
    "nominated": ("nominated", "후보"),
    "rank": ("no. {}", "{}위"),
    "reasons": ("Why it is here", "고른 까닭"),
    "evidence": ("Evidence", "근거"),
    "related": ("continued or remade", "리메이크 또는 속편"),
    "same_director": ("same director: {}", "같은 감독: {}"),
    "same_theme": ("same theme: {}", "같은 주제: {}"),
    "same_genre": ("same genre: {}", "같은 장르: {}"),
    "similar": ("Near it", "비슷한 영화"),
    "sources": ("Sources", "출처"),
    "sources_lead": (
        "The facts, and the page that says so; read in {}, unless a date is given.",
        "사실과 그것을 확인한 페이지입니다. 따로 날짜가 없으면 {}에 읽었습니다.",
    ),
    "sources_all": ("all {}", "사실별 출처 {}곳"),
    "disputed": ("Other sources say", "다른 자료에서는"),
    # Director
    "born": ("Born", "출생"),
    "died": ("Died", "사망"),
    "debut": ("First feature", "장편 데뷔"),
    "names": ("Also spelt", "다른 표기"),
    "here": ("In this catalogue", "이 목록의 작품"),
    "no_films": ("No films yet.", "아직 작품이 없습니다."),
    # Collections
    "criterion": ("Criterion", "기준"),
    "part_of": ("Part of", "속한 곳"),
    "halves": ("The showcase", "쇼케이스"),
    "kind_genre": ("Genre highlights", "장르 명작"),
    "kind_theme": ("By subject and mood", "주제와 기분"),
    "kind_era": ("By period", "시대"),
    "kind_honours": ("Lists of honours", "명예의 목록"),
    # Eras and themes
    "eras": ("Eras", "시대"),
    "all_themes": ("Themes", "주제"),
    "often_with": ("Often together with", "자주 함께 나오는 주제"),
    "years": ("{} to {}", "{}년~{}년"),
    # Browse
    "browse": ("Find a film", "영화 찾기"),
    "browse_lead": (
        "Filter by what you know, or search in either script: a few initial consonants "
        "are enough, and typing errors are forgiven.",
        "아는 것으로 거르거나 한글과 로마자로 찾아보세요. 초성 몇 자면 되고, 오타도 "
        "괜찮습니다.",
    ),
    "no_script": (
        "Filters and search need JavaScript. All films, by decade:",
        "거르기와 검색에는 자바스크립트가 필요합니다. 연대별 전체 목록:",
    ),
    "section": ("Section", "섹션"),
    "genre": ("Genre", "장르"),
    "theme": ("Theme", "주제"),
    "from": ("Decade, from", "연대, 부터"),
    "to": ("Decade, to", "연대, 까지"),
    "decade": ("{}s", "{}년대"),
    "script": ("Korean title in", "원제의 글자"),
    "script_hangul": ("Hangul alone", "한글만"),
    "script_latin": ("Latin letters or digits too", "로마자나 숫자 섞임"),
    "script_hanja": ("Hanja too", "한자 섞임"),
    "spoken": ("Language spoken", "대사의 언어"),
    "sort": ("Order", "순서"),
    "sort_year": ("Oldest first", "오래된 것부터"),
    "sort_new": ("Newest first", "새로운 것부터"),
    "sort_title": ("By title", "제목순"),
    "reset": ("Clear", "지우기"),
    "results": ("Results", "결과"),
    "more": ("Show more", "더 보기"),
    # About
    "about_lead": (
        "This site was built from a catalogue of facts and reasons. It has no trackers, "
        "and asks no other server for anything.",
        "이 사이트는 사실과 까닭을 모은 목록으로 만들었습니다. 추적 도구가 없고, 다른 "
        "서버에서 아무것도 가져오지 않습니다.",
    ),
    "holdings": ("What it holds", "담긴 것"),
    "version": ("Version of the data", "데이터 판"),
    "coverage": ("How complete it is", "얼마나 채워졌나"),
    "coverage_lead": (
        "The share of films for which a fact is known. A fact without a source is left "
        "out.",
        "사실이 알려진 영화의 비율입니다. 출처가 없는 사실은 싣지 않습니다.",
    ),
    "fact": ("Fact", "사실"),
    "known": ("Known", "알려진 비율"),
    "criteria": ("How films were chosen", "어떻게 골랐나"),
    "hosts": ("Where the facts are from", "사실의 출처"),
    "hosts_lead": (
        "The sites whose pages were read most, by the number of films.",
        "가장 많이 읽은 사이트와 영화 수입니다.",
    ),
    "licence": ("Licence", "이용 조건"),
    "licence_text": (
        "Facts and ids are CC0 1.0; loglines, notes, lives and reasons are CC BY 4.0, "
        "by the kcinema maintainers.",
        "사실과 식별자는 CC0 1.0, 줄거리와 해설과 약력과 고른 까닭은 CC BY 4.0 "
        "(kcinema maintainers)입니다.",
    ),
    "posters_text": (
        "The posters are drawn from the data: the title sets the type, the genre the "
        "shapes, the era the colours. No image comes from elsewhere.",
        "포스터는 데이터로 그렸습니다. 제목이 글자를, 장르가 모양을, 시대가 색을 "
        "정합니다. 다른 곳에서 온 그림은 없습니다.",
    ),
    "feed": ("New versions as a feed", "새 판 소식 (Atom)"),
    "language_note": ("", "줄거리와 해설은 영어로 실려 있습니다."),
}
"""A text by its name: English and Korean, with places for what is filled in."""

FIELDS: dict[str, tuple[str, str]] = {
    "title": ("title", "영문 제목"),
    "title_ko": ("Korean title", "한글 제목"),
    "year": ("year", "연도"),
    "release_date": ("release", "개봉일"),
    "runtime": ("runtime", "상영 시간"),
    "rating": ("rating", "등급"),
    "admissions": ("admissions", "관객 수"),
    "countries": ("countries", "국가"),
    "languages": ("languages", "언어"),
    "directors": ("directors", "감독"),
    "cast": ("cast", "출연"),
    "awards": ("awards", "수상"),
    "honours": ("lists", "선정"),
    "based_on": ("based on", "원작"),
    "logline": ("logline", "줄거리"),
    "note": ("note", "해설"),
    "name": ("name", "이름"),
    "name_ko": ("Korean name", "한글 이름"),
    "born": ("birth", "출생"),
    "died": ("death", "사망"),
    "debut": ("first feature", "데뷔"),
    "bio": ("life", "약력"),
}
"""The fields that a source may support, and those whose coverage is shown."""

KOREAN_LEADS = {
    "top-picks": "나라 안팎에서 한국영화를 떠올릴 때 먼저 나오는 작품들입니다.",
    "blockbusters": "온 나라가 보러 간 영화. 1961년의 춘향부터 천만을 넘긴 영화까지, "
    "기록을 새로 쓴 작품들입니다.",
    "critically-acclaimed": "칸과 베니스, 베를린과 서울의 심사위원이 상을 주고, "
    "평론가들이 첫손에 꼽는 영화입니다.",
    "genre-highlights": "1950년대 멜로드라마부터 부산행 열차의 좀비까지, 장르의 흐름을 "
    "바꾼 작품들입니다.",
    "directorial-masterpieces": "지금의 한국영화를 만든 감독들, 그 세계로 들어가는 한 "
    "편씩입니다.",
    "cultural-significance": "식민지의 도시, 전쟁, 분단, 독재, 광주, 노동, 믿음과 소리. "
    "사회를 비추는 거울이 된 영화입니다.",
    "hidden-gems": "큰 회사 바깥에서 만들어졌거나, 지나쳐졌거나, 잃었다가 돌아왔거나, "
    "새 세대의 첫 작품이거나. 발견되어야 할 영화들입니다.",
    "indie-films": "관객보다 영화제가 먼저 알아본, 자기 뜻이 분명한 작은 영화입니다.",
    "underrated-films": "본 사람은 칭찬하지만 본 사람이 적은 영화. 수십 년 동안 사라졌던 "
    "작품도 있습니다.",
    "cult-classics": "실패작과 괴작, 심야 상영의 단골. 사라지기를 거부한 영화입니다.",
    "emerging-talents": "새로운 세대 감독들의 첫 장편입니다.",
}
"""What the halves and sections are, for readers of Korean: the data says it in English."""
