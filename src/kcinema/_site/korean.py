"""The words of the vocabularies in Korean, and names of countries and languages."""

from __future__ import annotations

from kcinema.vocabulary import (
    AdmissionsScope,
    AwardBody,
    AwardResult,
    BasisKind,
    CollectionKind,
    Era,
    Genre,
    HonourList,
    Rating,
    Term,
    Theme,
)

__all__ = ["COUNTRIES", "LABELS", "LANGUAGES", "label"]


def label(term: Term) -> str:
    """Return the Korean word for a term.

    >>> from kcinema import Genre
    >>> from kcinema._site.korean import label
    >>> label(Genre.HORROR)
    '공포'
    """
    return LABELS[type(term)][term.value]


def _pairs(text: str) -> dict[str, str]:
    """Read lines of a word and its Korean, separated by a colon."""
    lines = (line.split(": ") for line in text.strip().splitlines())
    return {word.strip(): korean for word, korean in lines}


LABELS: dict[type[Term], dict[str, str]] = {
    Genre: _pairs("""
        action: 액션
        adventure: 모험
        animation: 애니메이션
        comedy: 코미디
        crime: 범죄
        disaster: 재난
        documentary: 다큐멘터리
        drama: 드라마
        erotic: 에로
        experimental: 실험
        fantasy: 판타지
        historical: 사극
        horror: 공포
        martial-arts: 무협
        melodrama: 멜로드라마
        musical: 뮤지컬
        mystery: 미스터리
        romance: 로맨스
        science-fiction: SF
        sport: 스포츠
        thriller: 스릴러
        war: 전쟁
        western: 서부극
    """),
    Theme: _pairs("""
        adoption: 입양
        adultery: 불륜
        american-presence: 한국 속의 미국
        animals: 동물
        art: 예술
        buddhism: 불교
        bullying: 괴롭힘
        childhood: 어린 시절
        christianity: 기독교
        cinema: 영화 만들기
        city-life: 도시 생활
        class: 계급
        colonial-period: 일제강점기
        coming-of-age: 성장
        confucian-family: 유교 가족
        corruption: 부패
        cults: 사이비 종교
        defectors: 탈북과 북한
        democratisation: 민주화
        dictatorship: 독재
        disability: 장애
        division: 분단
        environment: 환경
        faith: 믿음
        family: 가족
        family-secrets: 집안의 비밀
        fatherhood: 아버지
        first-love: 첫사랑
        folklore: 설화
        food: 음식
        friendship: 우정
        gangsters: 조직폭력배
        gender: 젠더
        ghosts: 귀신
        grief: 애도
        guilt: 죄책감
        gwangju: 광주
        housing: 집
        illness: 질병
        imf-crisis: 외환위기
        imprisonment: 감금과 감옥
        joseon: 조선 시대
        justice: 정의
        korean-war: 한국전쟁
        labour: 노동
        liberation: 해방
        literature: 문학
        loneliness: 외로움
        love: 사랑
        marriage: 결혼
        masculinity: 남성성
        media: 언론과 매체
        memory: 기억
        mental-illness: 정신 질환
        migration: 이주
        military: 군대
        monsters: 괴물
        motherhood: 어머니
        nationalism: 민족주의
        obsession: 집착
        old-age: 노년
        pansori: 판소리
        police: 경찰
        pop-music: 대중음악
        poverty: 가난
        queer: 퀴어
        revenge: 복수
        royal-court: 궁중
        rural-life: 농촌 생활
        school: 학교
        sea: 바다
        serial-murder: 연쇄살인
        sewol: 세월호
        sex-work: 성매매
        sexual-violence: 성폭력
        sexuality: 성
        shamanism: 무속
        siblings: 형제자매
        spies: 간첩
        suicide: 자살
        survival: 생존
        time-and-chance: 시간과 우연
        tradition: 전통
        truth-and-lies: 진실과 거짓
        unemployment: 실업
        urbanisation: 도시화
        vietnam-war: 베트남전쟁
        violence: 폭력
        women: 여성
        youth: 청춘
        zombies: 좀비
    """),
    Era: _pairs("""
        colonial: 일제강점기
        liberation-and-war: 해방과 전쟁
        golden-age: 황금기
        yushin: 유신 시대
        new-wave: 코리안 뉴웨이브
        new-korean-cinema: 한국영화 르네상스
        contemporary: 오늘의 한국영화
    """),
    Rating: _pairs("""
        ALL: 전체 관람가
        12: 12세 이상 관람가
        15: 15세 이상 관람가
        19: 청소년 관람 불가
    """),
    AdmissionsScope: _pairs("""
        national: 전국
        seoul: 서울
    """),
    AwardBody: _pairs("""
        academy-awards: 아카데미상
        bafta: 영국 아카데미상
        golden-globes: 골든글로브상
        cannes: 칸국제영화제
        berlin: 베를린국제영화제
        venice: 베니스국제영화제
        locarno: 로카르노국제영화제
        rotterdam: 로테르담국제영화제
        busan: 부산국제영화제
        jeonju: 전주국제영화제
        seoul-independent: 서울독립영화제
        grand-bell: 대종상영화제
        blue-dragon: 청룡영화상
        baeksang: 백상예술대상
        buil: 부일영화상
        korean-critics: 한국영화평론가협회상
        busan-critics: 부산영화평론가협회상
        wildflower: 들꽃영화상
        women-in-film-korea: 여성영화인상
        directors-cut: 디렉터스컷 어워즈
        asia-pacific-screen: 아시아태평양영화상
        asian-film: 아시아필름어워즈
        sitges: 시체스국제영화제
        fantasporto: 판타스포르토
        fribourg: 프리부르국제영화제
        karlovy-vary: 카를로비바리국제영화제
        san-sebastian: 산세바스티안국제영화제
        tokyo: 도쿄국제영화제
        moscow: 모스크바국제영화제
        shanghai: 상하이국제영화제
        sundance: 선댄스영화제
        tribeca: 트라이베카영화제
        deauville: 도빌아시아영화제
        annecy: 안시국제애니메이션영화제
    """),
    AwardResult: _pairs("""
        won: 수상
        nominated: 후보
    """),
    HonourList: _pairs("""
        kofa-100-2006: 한국영상자료원 한국영화 100선 (2006)
        kofa-100-2014: 한국영상자료원 한국영화 100선 (2014)
        kofa-100-2024: 한국영상자료원 한국영화 100선 (2024)
        korean-screen-100-2021: 코리안 스크린 한국영화 100선 (2021)
        ten-million: 전국 천만 관객
    """),
    BasisKind: _pairs("""
        novel: 장편소설
        short-story: 단편소설
        play: 희곡
        comic: 만화
        webtoon: 웹툰
        film: 영화
        sequel: 속편
        memoir: 회고록
        folk-tale: 설화
        pansori: 판소리
        poem: 시
        song: 노래
        true-events: 실화
        television: 텔레비전
        radio: 라디오
        other: 그 밖의 원작
    """),
    CollectionKind: _pairs("""
        half: 쇼케이스
        section: 섹션
        genre: 장르 명작
        theme: 주제 모음
        era: 시대 모음
        honours: 명예의 목록
    """),
}
"""The Korean word of each term, by vocabulary."""

COUNTRIES = {
    "AU": ("Australia", "호주"),
    "BE": ("Belgium", "벨기에"),
    "CA": ("Canada", "캐나다"),
    "CH": ("Switzerland", "스위스"),
    "CN": ("China", "중국"),
    "CZ": ("Czechia", "체코"),
    "DE": ("Germany", "독일"),
    "DK": ("Denmark", "덴마크"),
    "ES": ("Spain", "스페인"),
    "FR": ("France", "프랑스"),
    "GB": ("United Kingdom", "영국"),
    "HK": ("Hong Kong", "홍콩"),
    "IN": ("India", "인도"),
    "IT": ("Italy", "이탈리아"),
    "JP": ("Japan", "일본"),
    "KP": ("North Korea", "북한"),
    "KR": ("South Korea", "대한민국"),
    "MN": ("Mongolia", "몽골"),
    "NL": ("Netherlands", "네덜란드"),
    "NZ": ("New Zealand", "뉴질랜드"),
    "PL": ("Poland", "폴란드"),
    "QA": ("Qatar", "카타르"),
    "RU": ("Russia", "러시아"),
    "SE": ("Sweden", "스웨덴"),
    "SG": ("Singapore", "싱가포르"),
    "TH": ("Thailand", "태국"),
    "TW": ("Taiwan", "대만"),
    "US": ("United States", "미국"),
    "VN": ("Vietnam", "베트남"),
}
"""English and Korean names by ISO 3166; a code that is not here is shown as it is."""

LANGUAGES = {
    "ar": ("Arabic", "아랍어"),
    "de": ("German", "독일어"),
    "en": ("English", "영어"),
    "es": ("Spanish", "스페인어"),
    "fr": ("French", "프랑스어"),
    "hi": ("Hindi", "힌디어"),
    "it": ("Italian", "이탈리아어"),
    "ja": ("Japanese", "일본어"),
    "kk": ("Kazakh", "카자흐어"),
    "ko": ("Korean", "한국어"),
    "mn": ("Mongolian", "몽골어"),
    "pl": ("Polish", "폴란드어"),
    "pt": ("Portuguese", "포르투갈어"),
    "ru": ("Russian", "러시아어"),
    "so": ("Somali", "소말리어"),
    "th": ("Thai", "태국어"),
    "tl": ("Tagalog", "타갈로그어"),
    "uz": ("Uzbek", "우즈베크어"),
    "vi": ("Vietnamese", "베트남어"),
    "zh": ("Chinese", "중국어"),
}
"""English and Korean names by ISO 639; likewise."""
